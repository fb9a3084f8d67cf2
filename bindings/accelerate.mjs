// Lets the generated C# create objects, and read texts of them, through bindings/acceleration instead of the runtime's reflection.
//
// The requests that go to Node.js are the same, and so is what code can do with the classes; nothing else is generated
// differently. A class that does not look as expected fails the build: slower classes among fast ones would not be noticed.

import fs from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

const helper = "global::Mooring.Bindings.JsiiObject";

/** The package that all others depend on; the helpers are added to it. */
const host = "Constructs";

/** Edits the generated projects in `projects` of the packages `names`. */
export function accelerate(projects, names, helpers) {
  const target = path.join(projects, host, "Mooring.Bindings");
  fs.cpSync(helpers, target, { recursive: true });
  for (const name of names) {
    pinRuntime(path.join(projects, name, `${name}.csproj`));
    for (const file of sourcesIn(path.join(projects, name)).filter((file) => !file.startsWith(target))) {
      const text = fs.readFileSync(file, "utf8");
      const changed = readTexts(createObjects(text, file));
      if (changed !== text) fs.writeFileSync(file, changed);
    }
  }
}

/** The helpers use internal members of the runtime, which another version may not have. */
function pinRuntime(project) {
  const text = fs.readFileSync(project, "utf8");
  fs.writeFileSync(project, text.replace(/("Amazon\.JSII\.Runtime" Version="\[[\d.]+),[^"]*"/, '$1]"'));
}

/** The constructors: they start without an object in Node.js, and create it in their body. */
function createObjects(text, file) {
  const [, type, name] = /\[JsiiClass\(nativeType: typeof\(([^)]+)\), fullyQualifiedName: "([^"]+)"/.exec(text) ?? [];
  const changed = text.replace(/: base\(_MakeDeputyProps\(([^()]*)\)\)(\s*)\{\s*\}/g,
    (_, args, line) => `: base(${helper}.NotYet)${line}{${line}    ` +
      `${helper}.Create(this, typeof(${type}), "${name}", _MakeDeputyProps(${args}).Arguments);${line}}`);
  if (changed.includes("base(_MakeDeputyProps") || (changed !== text && !name)) {
    throw new Failure(`${file}: jsii-pacmak generated a constructor that accelerate.mjs does not know`);
  }

  return changed;
}

/** The string properties of an object, such as the outputs that other resources refer to. */
function readTexts(text) {
  const attribute = /\[JsiiProperty\(name: "([^"]+)", typeJson: "\{\\"primitive\\":\\"string\\"\}"[^\]]*\)\]/.source;
  const property = /\s*(?:\[[^\]]*\]\s*)*public (?!static)[^{]*\{\s*get => /.source;
  return text.replace(new RegExp(`(${attribute}${property})GetInstanceProperty<string\\??>\\(\\)`, "g"),
    (_, before, name) => `${before}${helper}.Text(this, "${name}")`);
}

const sourcesIn = (folder) =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".cs"))
    .map((entry) => path.join(entry.parentPath, entry.name));
