// Reads from the JavaScript of CDKTF what the generated class of Terraform's functions, `FnGenerated`, does: facts for the kernel in .NET. A
// function whose statement no pattern here knows is left out, and Node.js answers for it.

import fs from "node:fs";
import path from "node:path";

const declaration = /^ {4}static (\w+)\(([^)]*)\) \{\n/;
const statement = / {8}return \(0, helpers_1\.(as\w+)\)\(\(0, helpers_1\.terraformFunction\)\("(\w+)", (.+)\)\(([^()]*)\)\);\n {4}\}$/;
const method = new RegExp(declaration.source + statement.source, "gm");

/** The functions by their names in jsii: `{"max": ["max", "asNumber", [["variadic", "number"]]]}`. */
export function readFunctions(module) {
  const text = fs.readFileSync(path.join(module, "lib", "functions", "terraform-functions.generated.js"), "utf8");
  const functions = {};
  for (const [, name, parameters, returned, terraform, checks, passed] of text.matchAll(method)) {
    const parsed = parse(checks.replaceAll(/\(0, helpers_1\.(\w+)\)/g, "$1").replaceAll("helpers_1.", ""));
    if (parsed && parameters === passed) functions[name] = [terraform, returned, parsed];
  }
  return functions;
}

/** `[listOf(anyValue), stringValue]` as `[["list", "any"], "string"]`; nothing where it is something else. */
function parse(text) {
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list === undefined) return undefined;
  const checks = list === "" ? [] : list.split(/, (?![^(]*\))/).map(checkOf);
  return checks.includes(undefined) ? undefined : checks;
}

const primitives = { stringValue: "string", numericValue: "number", anyValue: "any" };

function checkOf(text) {
  const [, wrapper, inner] = /^(listOf|variadic)\((\w+)\)$/.exec(text) ?? [];
  if (!wrapper) return text === "mapValue" ? "map" : primitives[text];
  return primitives[inner] && [wrapper === "listOf" ? "list" : "variadic", primitives[inner]];
}
