// Reads from the JavaScript that CDKTF generated for a resource what its classes are: facts for the kernel in .NET, src/Mooring.Kernel. Strict:
// a class with a statement that no pattern here knows is left out, and Node.js answers for it. The JavaScript is the generator's own, so
// statements are compared as texts.

import fs from "node:fs";
import path from "node:path";
// Not installed before generate.mjs has run.
import ts from "./.originals/node_modules/typescript/lib/typescript.js";

const [resource, nested, list] = [/^cdktf\.Terraform(Resource|DataSource|Provider)$/, "cdktf.ComplexObject", "cdktf.ComplexList"];
const name = String.raw`[A-Za-z_$][\w$]*`;
const string = String.raw`["']([^"']*)["']`;

/** The classes and functions of a folder by name; a large resource has its structs in separate files. */
export function readClasses(folder) {
  const [classes, functions] = [new Map(), new Map()];
  for (const file of fs.readdirSync(folder, { recursive: true }).filter((entry) => entry.endsWith(".js"))) {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
      if (ts.isClassDeclaration(statement)) classes.set(statement.name.text, factsOrNothing(() => classOf(statement)));
      if (ts.isFunctionDeclaration(statement) && /ToTerraform$/.test(statement.name.text) && !/HclTerraform/.test(statement.name.text)) {
        functions.set(statement.name.text, factsOrNothing(() => functionOf(statement)));
      }
    }
  }
  return { classes, functions };
}

class Unknown extends Error {}

const unknown = (node) => { throw new Unknown(textOf(node)); };

/** Facts, or the statement that is not known. */
function factsOrNothing(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unknown) return { unknown: error.message };
    throw error;
  }
}

/** The text of a node in one line, without comments. */
const textOf = (node) => node.getText().replace(/^\s*\/\/.*$/gm, "").replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/, \}/g, " }").trim();

/** What follows a pattern, with `$name` and `$string` as groups; nothing where the text is another one. */
const match = (text, pattern) =>
  new RegExp(`^${pattern.replace(/[.*+?^()|[\]\\{}]/g, "\\$&").replaceAll("$name", `(${name})`).replaceAll("$string", string)}$`).exec(text)?.slice(1);

function classOf(declaration) {
  const base = declaration.heritageClauses?.[0].types[0].expression.getText();
  if (resource.test(base)) return { kind: resource.exec(base)[1], ...membersOf(declaration, resourceConstructor) };
  if (base === nested) return { kind: "Object", ...membersOf(declaration, objectConstructor) };
  if (base === list) return { kind: "List", ...listOf(declaration) };
  return unknown(declaration.heritageClauses?.[0] ?? declaration.name);
}

function membersOf(declaration, readConstructor) {
  const constructor = declaration.members.find(ts.isConstructorDeclaration) ?? unknown(declaration.name);
  const facts = { fields: {}, getters: {}, setters: {}, ...readConstructor(constructor) };
  for (const member of declaration.members.filter((each) => each !== constructor)) readMember(member, facts);
  return facts;
}

/** The object that a resource's constructor passes to its base, without what it takes from its configuration. */
const baseOptions = ["provider", "dependsOn", "count", "lifecycle", "provisioners", "connection", "forEach"];

function resourceConstructor(constructor) {
  const parameters = constructor.parameters.map(textOf).join(", ");
  const optional = { "scope, id, config": false, "scope, id, config = {}": true }[parameters] ?? unknown(constructor.parameters[0] ?? constructor);
  const [call, ...rest] = constructor.body.statements;
  const [scope, id, options] = call.expression.arguments ?? unknown(call);
  if (`${textOf(call.expression.expression)}(${textOf(scope)}, ${textOf(id)})` !== "super(scope, id)") unknown(call);
  const facts = { optional, fields: {} };
  for (const option of options.properties) readOption(option, facts);
  for (const statement of rest) readAssignment(statement, facts.fields);
  return facts;
}

function readOption(option, facts) {
  const key = option.name.text;
  const value = textOf(option.initializer);
  if (baseOptions.includes(key)) {
    if (value !== `config.${key}`) unknown(option);
    return;
  }
  const [text] = match(value, "$string") ?? [];
  if (key === "terraformResourceType" && text !== undefined) facts.type = text;
  else if (key === "terraformProviderSource" && text !== undefined) facts.source = text;
  else if (key === "terraformGeneratorMetadata") facts.generator = stringsOf(option.initializer);
  else unknown(option);
}

const stringsOf = (object) =>
  Object.fromEntries(object.properties.map((each) => [each.name.text, (match(textOf(each.initializer), "$string") ?? unknown(each))[0]]));

/** `this._name = config.name`, `this._name.internalValue = config.name` or `this._name = new Class(this, "name")`. */
function readAssignment(statement, fields) {
  const text = textOf(statement).replace(/;$/, "");
  const [field, property] = match(text, "this._$name = config.$name") ?? match(text, "this._$name.internalValue = config.$name") ?? [];
  if (field) fields[field] = { ...fields[field], config: property };
  else readNested(statement, text, fields);
}

function readNested(statement, text, fields) {
  const [field, type, attribute] = match(text, "this._$name = new $name(this, $string)") ?? match(text, "this._$name = new cdktf.$name(this, $string)") ?? [];
  const [ofSet, setType, setAttribute] = match(text, "this._$name = new $name(this, $string, true)") ?? [];
  const [ofList, listType, listAttribute] = match(text, "this._$name = new $name(this, $string, false)") ?? [];
  const isOfCdktf = text.includes("new cdktf.");
  if (field) fields[field] = { class: isOfCdktf ? `cdktf.${type}` : type, attribute };
  else if (ofSet) fields[ofSet] = { class: setType, attribute: setAttribute, set: true };
  else if (ofList) fields[ofList] = { class: listType, attribute: listAttribute, set: false };
  else unknown(statement);
}

const objectBases = {
  "super(terraformResource, terraformAttribute, false, 0);": "first",
  "super(terraformResource, terraformAttribute, false);": "single",
  "super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);": "item",
};

function objectConstructor(constructor) {
  const [call, ...rest] = constructor.body.statements;
  const facts = { place: objectBases[textOf(call)] ?? unknown(call), fields: {} };
  for (const statement of rest) {
    const text = textOf(statement);
    if (text !== "this.isEmptyObject = false;") readNested(statement, text.replace(/;$/, ""), facts.fields);
  }
  return facts;
}

function listOf(declaration) {
  let item;
  for (const member of declaration.members) {
    const text = textOf(member);
    [item] = match(text, "get(index) { return new $name(this.terraformResource, this.terraformAttribute, index, this.wrapsSet); }") ?? [item];
    const isKnown =
      ts.isConstructorDeclaration(member)
        ? /^constructor\(terraformResource, terraformAttribute, wrapsSet\) \{ super\(terraformResource, terraformAttribute, wrapsSet\); /.test(text)
        : ["get", "internalValue"].includes(member.name?.getText());
    if (!isKnown) unknown(member);
  }
  return { item: item ?? unknown(declaration.name) };
}

function readMember(member, facts) {
  const key = member.name?.getText();
  if (["internalValue", "synthesizeHclAttributes"].includes(key) || ts.isPropertyDeclaration(member) || isStatic(member)) return;
  if (key === "synthesizeAttributes") facts.attributes = entriesOf(member.body.statements);
  else if (ts.isGetAccessor(member)) facts.getters[key] = getterOf(member);
  else if (ts.isSetAccessor(member)) facts.setters[key] = (match(textOf(member), `set ${key}(value) { this._$name = value; }`) ?? unknown(member))[0];
  else if (!isEditor(member)) unknown(member);
}

const isStatic = (member) => member.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);

/** `resetX` and `putX`, of which the kernel knows nothing. */
const isEditor = (member) => ts.isMethodDeclaration(member) && /^(reset|put)[A-Z]/.test(member.name.getText());

function getterOf(member) {
  const text = textOf(member.body);
  const [kind, attribute] = match(text, "{ return this.get$nameAttribute($string); }") ?? [];
  const [ofSet, setAttribute] = match(text, "{ return cdktf.Fn.tolist(this.get$nameAttribute($string)); }") ?? [];
  const [field] = match(text, "{ return this._$name; }") ?? match(text, "{ return this._$name.internalValue; }") ?? [];
  if (kind) return [kind, attribute];
  if (ofSet) return [`Set${ofSet}`, setAttribute];
  return field ? ["Field", field] : unknown(member);
}

/** The attributes that a `return { ... }` writes: `[attribute, property, how]`. */
function entriesOf(statements) {
  const last = statements.at(-1);
  if (statements.length !== 1 || !ts.isReturnStatement(last)) unknown(last);
  return last.expression.properties.map((each) => [keyOf(each), ...expressionOf(each.initializer)]);
}

const keyOf = (property) => property.name.text ?? unknown(property);

const guards = [
  "if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }",
  /^if \(cdktf\.isComplexElement\(struct\)\) \{ throw new Error\("[^"]*"\); \}$/,
];

function functionOf(declaration) {
  const statements = [...declaration.body.statements];
  for (const guard of guards) {
    const statement = statements.shift();
    if (!statement || !(typeof guard === "string" ? textOf(statement) === guard : guard.test(textOf(statement)))) unknown(statement ?? declaration);
  }
  return { attributes: entriesOf(statements) };
}

/** What is written of which property: `cdktf.listMapper(f, true)(this._x)` is `["x", ["block", f]]`. */
function expressionOf(node) {
  const text = textOf(node).replaceAll(new RegExp(`\\b${name}_1\\.(?=${name}ToTerraform)`, "g"), "");
  const [, mapper, property] = /^(.+)\((?:this\._|struct\.)([\w$]+)(?:\.internalValue)?\)$/.exec(text) ?? unknown(node);
  return [property, mapperOf(mapper, node)];
}

function mapperOf(text, node) {
  const [primitive] = match(text, "cdktf.$nameToTerraform") ?? [];
  const [local] = match(text, "$name") ?? [];
  const [, inList, isBlock] = /^cdktf\.listMapper\((.+), (true|false)\)$/.exec(text) ?? [];
  const [, inMap] = /^cdktf\.hashMapper\((.+)\)$/.exec(text) ?? [];
  if (primitive) return primitive;
  if (local) return ["struct", local];
  if (inList) return [isBlock === "true" ? "block" : "list", mapperOf(inList, node)];
  return inMap ? ["map", mapperOf(inMap, node)] : unknown(node);
}
