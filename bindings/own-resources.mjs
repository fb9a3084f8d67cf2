#!/usr/bin/env node
// Generates the packages again for a project that uses Mooring's package, with the resources of a list of its own beside those of resources.txt.
//
//   node own-resources.mjs --resources <file> --home <folder> --feed <folder> --suffix <version suffix>
//
// These files are in NuGet's folder of packages then, which is not for writing: `home` gets a copy of them with both lists, and generate.mjs runs
// there. All homes that are beside each other share the npm originals.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = path.dirname(fileURLToPath(import.meta.url));
const list = "resources.txt";

const addressOf = (line) => line.replace(/#.*/, "").trim();

/** The project's lines first, so that an error has the number of the line there; then those of Mooring that it does not have. */
function merge(own, mooring) {
  const addresses = new Set(own.split("\n").map(addressOf));
  return [own, ...mooring.split("\n").filter((line) => !addresses.has(addressOf(line)))].join("\n");
}

/** Copies the scripts into `home`, with the merged list. It appears in one step: projects of a solution are built at the same time. */
function prepare(home, resources) {
  if (fs.existsSync(home)) return;
  fs.mkdirSync(path.dirname(home), { recursive: true });
  const draft = fs.mkdtempSync(`${home}-`);
  fs.cpSync(here, draft, { recursive: true });
  fs.writeFileSync(path.join(draft, list), merge(fs.readFileSync(resources, "utf8"), fs.readFileSync(path.join(here, list), "utf8")));
  publish(draft, home);
}

/** Renames a folder, unless another run was first. */
function publish(finished, folder) {
  try {
    fs.renameSync(finished, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(finished, { recursive: true, force: true });
  }
}

/** Where the npm originals of this lock file are for all homes. */
function sharedOriginals(home) {
  const lock = createHash("sha256").update(fs.readFileSync(path.join(here, "package-lock.json"))).digest("hex").slice(0, 12);
  return path.join(path.dirname(home), `originals-${lock}`);
}

function useShared(originals, shared) {
  if (!isThere(originals) && fs.existsSync(shared)) fs.symlinkSync(shared, originals, "junction");
}

const isThere = (file) => fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** What this run has installed is for the next one, too. */
function share(originals, shared) {
  if (fs.existsSync(shared) || !isThere(originals) || fs.lstatSync(originals).isSymbolicLink()) return;
  fs.renameSync(originals, shared);
  useShared(originals, shared);
}

/** Says which of the project's resources the native engine, src/Mooring.Kernel, does not know, or not wholly. */
function sayWhatNeedsNode(own, classes) {
  const addresses = own.split("\n").map(addressOf).filter((address) => address !== "");
  const read = (provider) => JSON.parse(fs.readFileSync(path.join(classes, `provider-${provider}.json`), "utf8"));
  for (const address of addresses.filter((each) => !isKnown(each, read(providerOf(each))))) {
    console.log(`bindings: the native engine does not know all of ${address}: Node.js runs programs that use the rest`);
  }
}

const providerOf = (address) => address.replace(/^data\./, "").split("_")[0];

/** Whether the class of a resource and all that it refers to was understood. */
function isKnown(address, { classes, functions, structs }) {
  const [kind, type] = address.startsWith("data.") ? ["DataSource", address.slice("data.".length)] : ["Resource", address];
  const [name] = Object.entries(classes).find(([, facts]) => facts.kind === kind && facts.type === type) ?? [];
  if (name === undefined) return false;
  const folder = name.slice(0, name.lastIndexOf(".") + 1);
  const facts = [classes, functions].flatMap((all) => Object.entries(all).filter(([each]) => each.startsWith(folder)));
  const references = JSON.stringify(facts).match(/@cdktf\/provider-[\w.-]+/g);
  return references.every((each) => each in classes || each in functions || each in structs);
}

const { values } = parseArgs({
  options: { resources: { type: "string" }, home: { type: "string" }, feed: { type: "string" }, suffix: { type: "string" } },
});
const home = path.resolve(values.home);
const [originals, shared] = [path.join(home, ".originals"), sharedOriginals(home)];
prepare(home, values.resources);
useShared(originals, shared);
const generate = [path.join(home, "generate.mjs"), "--feed", path.resolve(values.feed), `--suffix=${values.suffix}`];
process.exitCode = spawnSync(process.execPath, generate, { stdio: "inherit" }).status ?? 1;
if (process.exitCode === 0) {
  share(originals, shared);
  sayWhatNeedsNode(fs.readFileSync(values.resources, "utf8"), path.join(path.resolve(values.feed), "classes"));
}
