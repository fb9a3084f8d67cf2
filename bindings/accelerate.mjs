// Lets the generated C# create objects, read properties and call methods through bindings/acceleration instead of the runtime's reflection.
//
// The requests that go to Node.js are the same, and so is what code can do with the classes; nothing else is generated
// differently. A class that does not look as expected fails the build: slower classes among fast ones would not be noticed.

import fs from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

const helper = "global::Mooring.Bindings.JsiiObject";
const calls = "global::Mooring.Bindings.JsiiCall";

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
      const changed = callMembers(createObjects(text, file));
      if (changed !== text) fs.writeFileSync(file, changed);
    }
  }
}

/** The helpers use internal members of the runtime, which another version may not have. */
function pinRuntime(project) {
  const text = fs.readFileSync(project, "utf8");
  fs.writeFileSync(project, text.replace(/("Amazon\.JSII\.Runtime" Version="\[[\d.]+),[^"]*"/, '$1]"'));
}

/** The class of a file, and its name in jsii; nothing where it has none. */
const classIn = (text) => /\[JsiiClass\(nativeType: typeof\(([^)]+)\), fullyQualifiedName: "([^"]+)"/.exec(text)?.slice(1) ?? [];

/** The constructors: they start without an object in Node.js, and create it in their body. */
function createObjects(text, file) {
  const [type, name] = classIn(text);
  const changed = text.replace(/: base\(_MakeDeputyProps\(([^()]*)\)\)(\s*)\{\s*\}/g,
    (_, args, line) => `: base(${helper}.NotYet)${line}{${line}    ` +
      `${helper}.Create(this, typeof(${type}), "${name}", _MakeDeputyProps(${args}).Arguments);${line}}`);
  if (changed.includes("base(_MakeDeputyProps") || (changed !== text && !name)) {
    throw new Failure(`${file}: jsii-pacmak generated a constructor that accelerate.mjs does not know`);
  }

  return changed;
}

/** Members whose values are texts, objects or nothing; static ones are those of the file's class. */
function callMembers(text) {
  const [, fqn] = classIn(text);
  let attribute = "";
  return text.split("\n").map((line) => {
    if (/^\s*\[Jsii(Method|Property)\(/.test(line)) attribute = line;
    const name = /\(name: "([^"]+)"/.exec(attribute)?.[1];
    // What takes any number of arguments, or answers later, stays with the runtime.
    if (!name || /\bvariadic\b|\bisAsync: true/.test(attribute)) return line;
    return line
      .replace(/\bGetInstanceProperty<([^<>]+)>\(\)/, (call, type) => (isCommon(type) ? `${calls}.Get<${type}>(this, "${name}")` : call))
      .replace(/\bInvokeInstanceVoidMethod\(new System\.Type\[\]\{[^{}]*\}, new object\??\[\]\{([^{}]*)\}\)/,
        (_, args) => `${calls}.InvokeVoid(this, "${name}", new object?[]{${args}})`)
      .replace(/\bInvokeInstanceMethod<([^<>]+)>\(new System\.Type\[\]\{[^{}]*\}, new object\??\[\]\{([^{}]*)\}\)/,
        (call, type, args) => (isCommon(type) ? `${calls}.Invoke<${type}>(this, "${name}", new object?[]{${args}})` : call))
      .replace(/\bInvokeStaticMethod<([^<>]+)>\((typeof\([^)]+\)), new System\.Type\[\]\{[^{}]*\}, new object\??\[\]\{([^{}]*)\}\)/,
        (call, type, of, args) => (isCommon(type) && fqn ? `${calls}.InvokeStatic<${type}>(${of}, "${fqn}", "${name}", new object?[]{${args}})` : call));
  }).join("\n");
}

/** Whether values of a type are texts or objects; numbers, booleans and maps are left to the runtime. */
const isCommon = (type) => !/^(double|bool|System\.DateTime)\??$/.test(type) && (!type.includes("[]") || /^string\[\]\??$/.test(type));

const sourcesIn = (folder) =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".cs"))
    .map((entry) => path.join(entry.parentPath, entry.name));
