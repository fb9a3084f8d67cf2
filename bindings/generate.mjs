#!/usr/bin/env node
// Generates the .NET packages of CDKTF and its providers from their npm originals, into a local NuGet feed, and next to
// them the providers' Terraform schemas, and what the kernel in .NET knows of their classes.
//
//   node generate.mjs --feed <folder> --suffix <version suffix>
//
// Bindings.targets runs it before restore when the feed does not exist. The folder appears in one step, by a rename,
// when everything in it is complete: a run that was interrupted leaves nothing that looks finished, and two runs at
// once cannot mix. Progress goes to standard output; the error is the one line on standard error.

import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { accelerate } from "./accelerate.mjs";
import { Failure } from "./failure.mjs";
import { isAbandoned, release, withLock } from "./lock.mjs";
import { writeNuGetConfig } from "./nuget-config.mjs";
import { readResources } from "./resources.mjs";
import { run, stopAll } from "./run.mjs";
import { slimModule } from "./slim.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const lock = path.join(here, ".lock");
const originals = path.join(here, ".originals");
const workPrefix = ".work-";
const abandonedAfter = 60 * 60 * 1000; // ms
const oldestNode = 20;
const targetFramework = "net10.0";
const started = Date.now();

const say = (text) => console.log(`bindings: ${text}`);

/** Installs what the lock file pins, unless an earlier run did. It happens in the working folder, then is moved. */
async function installOriginals(work) {
  const lockFile = fs.readFileSync(path.join(here, "package-lock.json"));
  const installed = path.join(originals, "package-lock.json");
  if (fs.existsSync(installed) && fs.readFileSync(installed).equals(lockFile)) return;
  say("installing the npm originals (about 600 MB on disk) …");
  const folder = path.join(work, "originals");
  fs.mkdirSync(folder);
  for (const file of ["package.json", "package-lock.json"]) fs.copyFileSync(path.join(here, file), path.join(folder, file));
  await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder, onFailure: explainNpm });
  fs.rmSync(originals, { recursive: true, force: true });
  publish(folder, originals);
}

function explainNpm(output) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1];
  return /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)$/.test(code)
    ? `npm could not reach its registry (${code}): check the network, the proxy and 'npm config get registry', then build again`
    : `'npm ci' failed${code ? ` (${code})` : ""}: its output is above`;
}

/** Links the originals as the modules of `work`, where dependencies of a slim module are resolved. Returns their folder. */
function linkOriginals(work) {
  const modules = path.join(work, "node_modules");
  fs.symlinkSync(path.join(originals, "node_modules"), modules, "junction");
  return modules;
}

/** The npm names of the modules that packages are generated from. */
const moduleNames = () => Object.keys(JSON.parse(fs.readFileSync(path.join(here, "package.json"), "utf8")).dependencies);

/** Copies the modules into `work`: providers slim, `constructs` and `cdktf` as they are. Returns their folders. */
function prepareModules(work, modules, resources) {
  return moduleNames().map((name) => {
    if (!resources.has(name)) return path.join(modules, name);
    const folder = path.join(work, name);
    slimModule(path.join(modules, name), folder, resources.get(name));
    return folder;
  });
}

async function describeProviders(feed, modules, resources) {
  // It needs the originals, which are not installed when this file is loaded.
  const { writeSchemas } = await import("./schemas.mjs");
  writeSchemas(path.join(feed, "schemas"), modules, resources);
}

async function describeClasses(feed, modules) {
  const { writeClasses } = await import("./classes.mjs");
  writeClasses(path.join(feed, "classes"), modules);
}

async function generate(work, modules) {
  const pacmak = path.join(work, "node_modules", "jsii-pacmak", "bin", "jsii-pacmak");
  // Edited modules do not match their fingerprint any more.
  const options = ["--targets", "dotnet", "--code-only", "--no-fingerprint", "--no-npmignore", "--outdir", work];
  await run(process.execPath, [pacmak, ...options, ...modules], { cwd: work });
  return path.join(work, "dotnet");
}

/** Sets the target framework of a project to Mooring's, so that no reference assemblies of an older .NET are downloaded. */
function retarget(project) {
  const text = fs.readFileSync(project, "utf8");
  fs.writeFileSync(project, text.replace(/(?<=<TargetFramework>)[^<]+/, targetFramework));
}

/** The ids of the packages, which are also the names of their projects. */
const packagesIn = (projects) => fs.readdirSync(projects).filter((name) => fs.existsSync(path.join(projects, name, `${name}.csproj`)));

/** Builds the generated projects and packs them into the folder `feed` beside theirs. Returns the packages' ids. */
async function pack(projects, suffix) {
  fs.copyFileSync(path.join(here, "package.props"), path.join(projects, "Directory.Build.props"));
  fs.copyFileSync(path.join(here, "package.targets"), path.join(projects, "Directory.Build.targets"));
  const names = packagesIn(projects);
  for (const name of names) retarget(path.join(projects, name, `${name}.csproj`));
  const solution = `<Solution>\n${names.map((name) => `  <Project Path="${name}/${name}.csproj" />\n`).join("")}</Solution>\n`;
  fs.writeFileSync(path.join(projects, "Packages.slnx"), solution);
  await run("dotnet", ["build", "Packages.slnx", "--configuration", "Release", "--nologo", "-nodeReuse:false",
    // The outer build's Directory.Solution.targets generates packages, and is above this folder too.
    "-p:ImportDirectorySolutionProps=false", "-p:ImportDirectorySolutionTargets=false",
    `-p:SlimVersionSuffix=${suffix}`], { cwd: projects });
  return names;
}

/** Writes the feed's `nuget.config`, which maps the packages to the feed and all others to the user's sources. */
async function mapPackages(feed, packages) {
  const settings = await run("dotnet", ["nuget", "config", "get", "all", "--working-directory", here], { cwd: here });
  const listing = await run("dotnet", ["nuget", "list", "source"], { cwd: here });
  writeNuGetConfig(feed, packages, settings, listing);
}

/** Publishes a finished folder, unless another run was first. */
function publish(finished, folder) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  try {
    fs.renameSync(finished, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
  }
}

async function makeFeed(feed, suffix) {
  for (const name of fs.readdirSync(here).filter((name) => name.startsWith(workPrefix))) {
    if (isAbandoned(path.join(here, name), abandonedAfter)) fs.rmSync(path.join(here, name), { recursive: true, force: true });
  }

  const work = fs.mkdtempSync(path.join(here, workPrefix));
  const cleanUp = () => fs.rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  stopOnSignals(cleanUp);
  try {
    await installOriginals(work);
    const installed = linkOriginals(work);
    const resources = readResources(path.join(here, "resources.txt"), installed, moduleNames());
    say("writing the Terraform schemas of the providers …");
    const finished = path.join(work, "feed");
    await describeProviders(finished, installed, resources);
    say("cutting the providers down to the resources in bindings/resources.txt …");
    const modules = prepareModules(work, installed, resources);
    await describeClasses(finished, modules);
    say("generating C# from them …");
    const projects = await generate(work, modules);
    accelerate(projects, packagesIn(projects), path.join(here, "acceleration"));
    say("compiling and packing the C# (a minute or two) …");
    const packages = await pack(projects, suffix);
    await mapPackages(finished, packages);
    publish(finished, feed);
    say(`${packages.length} packages ready in ${Math.round((Date.now() - started) / 1000)} s`);
  } finally {
    cleanUp();
  }
}

/** An interrupted run stops its child processes and leaves no files behind. */
function stopOnSignals(cleanUp) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      await stopAll();
      cleanUp();
      release(lock);
      console.error("generating the packages was interrupted");
      process.exit(1);
    });
  }
}

async function main() {
  const { values } = parseArgs({ options: { feed: { type: "string" }, suffix: { type: "string" } } });
  if (!values.feed || !values.suffix) throw new Failure("usage: node generate.mjs --feed <folder> --suffix <version suffix>");
  if (Number(process.versions.node.split(".")[0]) < oldestNode) throw new Failure(`Node.js ${oldestNode} or later is needed, found ${process.versions.node}`);
  const feed = path.resolve(values.feed);
  await withLock(lock, say, async () => {
    if (!fs.existsSync(feed)) await makeFeed(feed, values.suffix);
  });
}

main().catch((error) => {
  console.error(error instanceof Failure ? error.message : error.stack);
  process.exitCode = 1;
});
