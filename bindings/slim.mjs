// Reduces a CDKTF provider module to the listed resources and data sources.
//
// A jsii module is one `.jsii` file, which describes its types, and one folder of JavaScript for each resource
// or data source. Provider classes do not refer to each other across folders, so a module with fewer folders is
// a valid module: https://aws.github.io/jsii/specification/2-type-system/

import fs from "node:fs";
import path from "node:path";

/** The folder of a provider's own configuration, always kept. */
export const providerFolder = "provider";

/** Whether a provider module has a folder, which is that of a resource or a data source. */
export const hasFolder = (moduleDirectory, folder) =>
  folder !== providerFolder && fs.existsSync(path.join(moduleDirectory, "lib", folder));

/** Writes to `target` the module in `source` with only its provider and the given folders. */
export function slimModule(source, target, folders) {
  const kept = [providerFolder, ...folders];
  fs.mkdirSync(path.join(target, "lib"), { recursive: true });
  for (const folder of kept) copyJavaScript(path.join(source, "lib", folder), path.join(target, "lib", folder));

  const assembly = JSON.parse(fs.readFileSync(path.join(source, ".jsii"), "utf8"));
  const submodules = Object.entries(assembly.submodules).filter(([, submodule]) => kept.includes(folderOf(submodule)));
  fs.writeFileSync(path.join(target, ".jsii"), JSON.stringify(slimAssembly(assembly, Object.fromEntries(submodules))));
  fs.writeFileSync(path.join(target, "lib", "index.js"), indexOf(submodules));
  fs.writeFileSync(path.join(target, "package.json"), JSON.stringify(slimManifest(source)));
  fs.copyFileSync(path.join(source, "LICENSE"), path.join(target, "LICENSE"));
}

/** `src/lb-target-group/index:` is the folder `lb-target-group`. */
const folderOf = (submodule) => submodule.symbolId.split("/")[1];

function slimAssembly(assembly, submodules) {
  const prefixes = Object.keys(submodules).map((name) => `${name}.`);
  const types = Object.entries(assembly.types)
    .filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)))
    .map(([name, type]) => [name, slimType(type)]);
  return { ...assembly, submodules, types: Object.fromEntries(types), readme: undefined };
}

/**
 * Removes from a class what only code needs that edits a resource after creating it, `ResetX` methods, or reads back what it
 * was created with, `XInput` properties. Amazon.JSII.Runtime walks every member of a class each time it creates an instance, so fewer members
 * make a program faster, and code written against a slim package still compiles against the official one.
 */
function slimType(type) {
  if (type.kind !== "class") return type;
  const names = new Set(type.properties?.map((property) => property.name));
  const isInput = ({ name, immutable }) => immutable && name.endsWith("Input") && names.has(name.slice(0, -"Input".length));
  return {
    ...type,
    methods: type.methods?.filter(({ name, parameters }) => !(name.startsWith("reset") && !parameters)),
    properties: type.properties?.filter((property) => !isInput(property)),
  };
}

const indexOf = (submodules) =>
  submodules.map(([name, submodule]) => `exports.${name.split(".").at(-1)} = require("./${folderOf(submodule)}");\n`).join("");

/** What jsii and npm read of a module's `package.json`; without its scripts and development dependencies. */
function slimManifest(source) {
  const { name, version, description, license, author, repository, main, jsii, peerDependencies } =
    JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8"));
  return { name, version, description, license, author, repository, main, jsii, peerDependencies };
}

/** Copies the JavaScript of a folder without type declarations and source maps, which are most of its size. */
function copyJavaScript(source, target) {
  fs.mkdirSync(target);
  for (const entry of fs.readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) copyJavaScript(from, to);
    else if (entry.name.endsWith(".js")) fs.writeFileSync(to, fs.readFileSync(from, "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, ""));
  }
}
