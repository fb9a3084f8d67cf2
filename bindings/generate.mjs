#!/usr/bin/env node
// Generates the .NET packages of CDKTF and its providers from their npm originals, into a local NuGet feed.
//
//   node generate.mjs --feed <folder> --suffix <version suffix>
//
// Bindings.targets runs it before restore when the feed does not exist. The folder appears in one step, by a rename,
// when everything in it is complete: a run that was interrupted leaves nothing that looks finished, and two runs at
// once cannot mix. What it says goes to standard output; why it failed is the one line on standard error.

import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Failure } from "./failure.mjs";
import { isAlive, withLock } from "./lock.mjs";
import { writeNuGetConfig } from "./nuget-config.mjs";
import { readResources } from "./resources.mjs";
import { slimModule } from "./slim.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, "node_modules");
const oldestNode = 20;
const targetFramework = "net10.0";
const workPrefix = ".work-";
const outputShown = 40; // lines
const started = Date.now();

const say = (text) => console.log(`bindings: ${text}`);

/** Runs a tool quietly; the end of its output is shown only when it fails. */
function run(command, args, { cwd = here, onFailure } = {}) {
  // npm is a shell script on Windows, which Node starts only through a shell.
  const shell = process.platform === "win32";
  const env = { ...process.env, DOTNET_NOLOGO: "1", JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split(".")[0] };
  // A build that runs inside a build must not take the outer one's settings for its own.
  for (const name of Object.keys(env)) if (/^MSBUILD/i.test(name)) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => reject(error.code === "ENOENT" ? new Failure(`'${command}' was not found: install it and put it on the PATH`) : error));
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      process.stdout.write(output.split("\n").slice(-outputShown).join("\n"));
      reject(new Failure(onFailure?.(output) ?? `'${command} ${args.join(" ")}' failed with exit code ${code}; its output is above`));
    });
  });
}

/** Installs what the lock file pins, unless an earlier run already did. */
async function installOriginals() {
  const lockFile = fs.readFileSync(path.join(here, "package-lock.json"));
  const installed = path.join(modules, ".installed-lock.json");
  if (fs.existsSync(installed) && fs.readFileSync(installed).equals(lockFile)) return;
  await run("npm", ["--version"]);
  say("installing the npm originals (about 600 MB on disk) …");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { onFailure: explainNpm });
  fs.writeFileSync(installed, lockFile);
}

function explainNpm(output) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1];
  return /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)$/.test(code)
    ? `npm could not reach its registry (${code}): check the network, the proxy and 'npm config get registry', then build again`
    : `'npm ci' failed${code ? ` (${code})` : ""}: its output is above`;
}

/** Copies the modules into `target`: providers slim, `constructs` and `cdktf` as they are. Returns their folders. */
function prepareModules(target) {
  const resources = readResources(path.join(here, "resources.txt"), modules);
  return ["constructs", "cdktf", ...resources.keys()].map((name) => {
    if (!resources.has(name)) return path.join(modules, name);
    const folder = path.join(target, name);
    slimModule(path.join(modules, name), folder, resources.get(name));
    return folder;
  });
}

async function generate(work, modulesToGenerate) {
  const pacmak = path.join(modules, "jsii-pacmak", "bin", "jsii-pacmak");
  // Edited modules do not match their fingerprint any more.
  const options = ["--targets", "dotnet", "--code-only", "--no-fingerprint", "--no-npmignore", "--outdir", work];
  await run(process.execPath, [pacmak, ...options, ...modulesToGenerate]);
  return path.join(work, "dotnet");
}

/** Lets a project target what Mooring targets, so that no reference assemblies of an older .NET are fetched. */
function retarget(project) {
  const text = fs.readFileSync(project, "utf8");
  fs.writeFileSync(project, text.replace(/(?<=<TargetFramework>)[^<]+/, targetFramework));
}

/** Builds and packs the generated projects into `feed`. */
async function pack(projects, feed, suffix) {
  fs.copyFileSync(path.join(here, "package.props"), path.join(projects, "Directory.Build.props"));
  fs.copyFileSync(path.join(here, "package.targets"), path.join(projects, "Directory.Build.targets"));
  const names = fs.readdirSync(projects).filter((name) => fs.existsSync(path.join(projects, name, `${name}.csproj`)));
  for (const name of names) retarget(path.join(projects, name, `${name}.csproj`));
  const solution = path.join(projects, "Packages.slnx");
  fs.writeFileSync(solution, `<Solution>\n${names.map((name) => `  <Project Path="${name}/${name}.csproj" />\n`).join("")}</Solution>\n`);
  await run("dotnet", ["build", solution, "--configuration", "Release", "--nologo", "-nodeReuse:false",
    // The outer build's Directory.Solution.targets generates packages, and is above this folder too.
    "-p:ImportDirectorySolutionProps=false", "-p:ImportDirectorySolutionTargets=false",
    `-p:SlimVersionSuffix=${suffix}`, `-p:PackageOutputPath=${feed}`], { cwd: projects });
  return names;
}

/** Removes the working folders of runs that were killed. Their names hold the ids of the processes. */
function removeAbandonedWork() {
  for (const name of fs.readdirSync(here).filter((name) => name.startsWith(workPrefix))) {
    if (!isAlive(Number.parseInt(name.slice(workPrefix.length), 10))) fs.rmSync(path.join(here, name), { recursive: true, force: true });
  }
}

/** Puts the finished feed in its place, unless another run was first. */
function publish(finished, feed) {
  fs.mkdirSync(path.dirname(feed), { recursive: true });
  try {
    fs.renameSync(finished, feed);
  } catch (error) {
    if (!fs.existsSync(feed)) throw error;
  }
}

async function makeFeed(feed, suffix) {
  removeAbandonedWork();
  const work = fs.mkdtempSync(path.join(here, `${workPrefix}${process.pid}-`));
  try {
    await installOriginals();
    say("cutting the providers down to the resources in bindings/resources.txt …");
    const slim = prepareModules(work);
    say("generating C# from them …");
    const projects = await generate(work, slim);
    say("compiling and packing the C# (a minute or two) …");
    const finished = path.join(work, "feed");
    const names = await pack(projects, finished, suffix);
    await writeNuGetConfig(finished, names, () => run("dotnet", ["nuget", "list", "source"]));
    publish(finished, feed);
    say(`${names.length} packages ready in ${Math.round((Date.now() - started) / 1000)} s`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function main() {
  const { values } = parseArgs({ options: { feed: { type: "string" }, suffix: { type: "string" } } });
  if (!values.feed || !values.suffix) throw new Failure("usage: node generate.mjs --feed <folder> --suffix <version suffix>");
  if (Number(process.versions.node.split(".")[0]) < oldestNode) throw new Failure(`Node.js ${oldestNode} or later is needed, found ${process.versions.node}`);
  const feed = path.resolve(values.feed);
  await withLock(path.join(here, ".lock"), say, async () => {
    if (!fs.existsSync(feed)) await makeFeed(feed, values.suffix);
  });
}

main().catch((error) => {
  console.error(error instanceof Failure ? error.message : error.stack);
  process.exitCode = 1;
});
