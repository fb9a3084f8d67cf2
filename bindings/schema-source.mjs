// The TypeScript that CDKTF generated for a resource, parsed for its schema. npm has only the JavaScript,
// but the JavaScript's source maps hold the TypeScript, and in it what the JavaScript lost: whether a member of an
// interface is optional, and the comments on interfaces. It is parsed with TypeScript's own compiler: declarations go
// over many lines and nest, which regular expressions tell by indentation at best. Only single expressions stay text.

import fs from "node:fs";
import path from "node:path";
// Not installed before generate.mjs has run.
import ts from "./.originals/node_modules/typescript/lib/typescript.js";

const sourceMap = /^\/\/# sourceMappingURL=data:application\/json;base64,(.+)$/m;
const flagsComment = /^\/\/ (\S+) - computed: (true|false), optional: (true|false), required: (true|false)$/m;
const blockComment = /^\s*\* (\w+) block$/m;

/** The classes, interfaces and functions of a folder by name; a large resource has its structs in separate files. */
export function readSource(folder, place) {
  const source = { classes: new Map(), interfaces: new Map(), functions: new Map() };
  for (const file of fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js"))) {
    const map = sourceMap.exec(fs.readFileSync(path.join(folder, file), "utf8"));
    if (!map) place.fail(`its ${file} has no source map with the TypeScript`);
    for (const text of JSON.parse(Buffer.from(map[1], "base64")).sourcesContent) digest(text, source);
  }
  return source;
}

function digest(text, { classes, interfaces, functions }) {
  for (const statement of ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true).statements) {
    const name = statement.name?.text;
    if (ts.isClassDeclaration(statement)) classes.set(name, digestClass(statement));
    if (ts.isInterfaceDeclaration(statement)) interfaces.set(name, digestInterface(statement));
    if (ts.isFunctionDeclaration(statement)) functions.set(name, entriesOf(statement));
  }
}

function digestClass(declaration) {
  const constructor = declaration.members.find(ts.isConstructorDeclaration);
  return {
    base: declaration.heritageClauses?.[0].types[0].expression.getText(),
    config: constructor?.parameters.find((parameter) => parameter.name.getText() === "config")?.type.getText(),
    attributes: declaration.members.flatMap(attributeOf),
    entries: entriesOf(declaration.members.find((member) => member.name?.getText() === "synthesizeHclAttributes")),
    settings: constructor ? stringsIn(constructor) : {},
  };
}

/** The attribute whose flags are in the comment above a member of a class, with the expression that reads it. */
function attributeOf(member) {
  const match = flagsComment.exec(commentsAbove(member));
  if (!match) return [];
  const [, name, computed, optional, required] = match;
  const expression = member.initializer ?? member.body?.statements[0].expression;
  return [{ name, computed: computed === "true", optional: optional === "true", required: required === "true", accessor: expression?.getText() }];
}

function digestInterface({ members }) {
  return {
    blocks: new Set(members.map((member) => blockComment.exec(commentsAbove(member))?.[1])),
    optional: new Map(members.map((member) => [member.name.text, member.questionToken !== undefined])),
  };
}

/** The object `attrs` in a function, an entry for each attribute that can be set: how it is written as HCL. */
function entriesOf(declaration) {
  const variables = declaration?.body?.statements.filter(ts.isVariableStatement).flatMap((statement) => statement.declarationList.declarations) ?? [];
  const attrs = variables.find((variable) => variable.name.getText() === "attrs")?.initializer.properties ?? [];
  return new Map(attrs.map((entry) => [entry.name.text, textsOf(entry.initializer)]));
}

/** The properties of an object literal, strings without their quotes and all else as it is written. */
const textsOf = (object) =>
  Object.fromEntries(object.properties.map(({ name, initializer }) => [name.text, ts.isStringLiteral(initializer) ? initializer.text : initializer.getText()]));

/** Every `name: 'value'` below a node. */
const stringsIn = (node) => Object.assign(stringOf(node), ...children(node).map(stringsIn));

const stringOf = (node) => (node.name && node.initializer && ts.isStringLiteral(node.initializer) ? { [node.name.getText()]: node.initializer.text } : {});

function children(node) {
  const found = [];
  ts.forEachChild(node, (child) => void found.push(child));
  return found;
}

function commentsAbove(node) {
  const text = node.getSourceFile().text;
  return (ts.getLeadingCommentRanges(text, node.pos) ?? []).map(({ pos, end }) => text.slice(pos, end)).join("\n");
}
