// Writes what the kernel in .NET, src/Mooring.Kernel, knows of the packages: a file for each module, with its structs as jsii describes them and,
// for a provider, with its classes as class-source.mjs reads them.

import fs from "node:fs";
import path from "node:path";
import { readClasses } from "./class-source.mjs";
import { readFunctions } from "./function-source.mjs";

/** Writes `cdktf.json`, `provider-aws.json` and so on into `target`, from the folders of the modules. */
export function writeClasses(target, modules) {
  fs.mkdirSync(target, { recursive: true });
  for (const module of modules) {
    const assembly = JSON.parse(fs.readFileSync(path.join(module, ".jsii"), "utf8"));
    fs.writeFileSync(path.join(target, `${assembly.name.split("/").at(-1)}.json`), JSON.stringify(describe(module, assembly, modules)));
  }
}

function describe(module, assembly, modules) {
  const isProvider = assembly.name.startsWith("@cdktf/provider-");
  return {
    package: assembly.name,
    version: assembly.version,
    types: Object.keys(assembly.types).length,
    structs: structsOf(assembly, modules),
    ...(isProvider ? providerOf(module, assembly) : {}),
    ...(assembly.name === "cdktf" ? { terraformFunctions: functionsOf(module, assembly) } : {}),
  };
}

function structsOf(assembly, modules) {
  const all = Object.assign({}, ...modules.map((module) => typesOf(module)));
  const structs = Object.values(assembly.types).filter(({ kind, datatype }) => kind === "interface" && datatype);
  return Object.fromEntries(structs.map((struct) => [struct.fqn, membersOf(struct, all)]));
}

const assemblies = new Map();

/** The types of a module that others build on. */
function typesOf(module) {
  if (!assemblies.has(module)) assemblies.set(module, JSON.parse(fs.readFileSync(path.join(module, ".jsii"), "utf8")).types);
  return assemblies.get(module);
}

/** The members of a struct with those that it inherits: `[type, isOptional]`. */
const membersOf = (struct, all) => ({
  ...Object.assign({}, ...(struct.interfaces ?? []).map((name) => membersOf(all[name], all))),
  ...Object.fromEntries((struct.properties ?? []).map(({ name, type, optional }) => [name, [typeOf(type), optional === true]])),
});

/** A type in short: `"string"`, `"cdktf.IResolvable"`, `["array", "string"]`, `["union", "boolean", "cdktf.IResolvable"]`. */
function typeOf({ primitive, fqn, collection, union }) {
  if (collection) return [collection.kind, typeOf(collection.elementtype)];
  return union ? ["union", ...union.types.map(typeOf)] : (primitive ?? fqn);
}

/** Terraform's functions, with the types of their parameters. */
function functionsOf(module, assembly) {
  const functions = readFunctions(module);
  return Object.fromEntries(assembly.types["cdktf.FnGenerated"].methods.flatMap(({ name, parameters = [] }) => {
    const facts = functions[name];
    return facts ? [[name, [...facts, parameters.map(({ type }) => typeOf(type))]]] : [];
  }));
}

function providerOf(module, assembly) {
  const [classes, functions] = [{}, {}];
  for (const [name, { symbolId }] of Object.entries(assembly.submodules)) {
    const source = readClasses(path.join(module, "lib", symbolId.split("/")[1]));
    for (const [each, facts] of source.classes) {
      classes[`${name}.${each}`] = { ...qualified(facts, name), config: assembly.types[`${name}.${each}`]?.initializer?.parameters?.[2]?.type.fqn };
    }
    for (const [each, facts] of source.functions) functions[`${name}.${each}`] = qualified(facts, name).attributes;
  }
  return { classes: known(classes), functions: known(functions) };
}

/** What was understood. */
const known = (facts) => Object.fromEntries(Object.entries(facts).filter(([, each]) => each && !each.unknown));

/** Facts with the full names of the classes and functions of the same folder. */
function qualified(facts, module) {
  const full = (name) => (name?.startsWith("cdktf.") ? name : name && `${module}.${name}`);
  const fields = Object.fromEntries(Object.entries(facts.fields ?? {}).map(([key, field]) => [key, { ...field, class: full(field.class) }]));
  const attributes = facts.attributes?.map(([attribute, property, how]) => [attribute, property, qualifiedMapper(how, full)]);
  return { ...facts, fields, attributes, item: full(facts.item) };
}

const qualifiedMapper = (how, full) =>
  typeof how === "string" ? how : how[0] === "struct" ? ["struct", full(how[1])] : [how[0], qualifiedMapper(how[1], full)];
