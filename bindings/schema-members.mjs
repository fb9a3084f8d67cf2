// The members of a resource, or of a struct in it. A member that can be set is described by the entry that writes it as HCL; one that is
// only computed has no entry, and is described by the expression that reads it. The comment on its interface identifies a block.

const nullWhenUnset = /^[\w.!]+ === undefined \? null : /;
const structEntry = /^(?:cdktf\.(listMapperHcl|hashMapperHcl)\()?(\w+)ToHclTerraform\b/;
const helperAccessor = /^new cdktf\.(\w+)\(this, "\w+"(?:, (true|false))?\)$/;
const structAccessor = /^new (\w+?)(OutputReference|List|Map)\(this, "\w+"(?:, (true|false))?\)$/;
const getter = /^(cdktf\.Token\.asNumberList\()?(cdktf\.Fn\.tolist\()?this\.get(\w*?)Attribute\('\w+'\)\)*$/;

const terraformTypes = { String: "string", Number: "number", Boolean: "bool" };

/** The members of a resource, data source or provider, whose class names the interface of its configuration. */
export const membersOfClass = (source, { attributes, entries, config }, place) =>
  membersOf(attributes, entries, source.interfaces.get(config), place);

/** The members of a struct. */
export function membersOfStruct(source, struct, place) {
  const entries = source.functions.get(`${struct[0].toLowerCase()}${struct.slice(1)}ToHclTerraform`);
  const declaration = source.interfaces.get(struct);
  const class_ = source.classes.get(`${struct}OutputReference`);
  if (!declaration || !(class_ ?? entries)) place.fail(`is a '${struct}', which is nowhere described`);
  return membersOf(class_?.attributes ?? attributesOfInterface(entries, declaration, place), entries ?? new Map(), declaration, place);
}

function membersOf(attributes, entries, declaration, place) {
  for (const name of entries.keys()) {
    if (!declaration || !attributes.some((attribute) => attribute.name === name)) place.member(name).fail("is written, and nothing says who sets it");
  }
  return attributes.map((attribute) => memberOf(attribute, entries.get(attribute.name), declaration, place.member(attribute.name)));
}

/** The structs of a provider's configuration are never read back, so no class has their flags, and nothing in them is computed. */
function attributesOfInterface(entries, declaration, place) {
  return [...entries].map(([name, { value }]) => {
    const property = /\bstruct!\.(\w+)\)$/.exec(value)?.[1];
    const optional = declaration.optional.get(property);
    if (optional === undefined) place.member(name).fail(`'${value}' names no property of its interface`);
    return { name, computed: false, optional, required: !optional };
  });
}

function memberOf({ name, computed, optional, required, accessor }, entry, declaration, place) {
  const isSettable = optional || required;
  if (!isSettable && !computed) place.fail("is neither required, optional nor computed");
  if (isSettable && !entry) place.fail("can be set, and nothing says how it is written");
  const shape = isSettable ? shapeOfEntry(entry, place) : shapeOfAccessor(accessor, place);
  return { name, place, computed, optional, required, isBlock: declaration?.blocks.has(name) ?? false, ...shape };
}

/** A type, or a struct and how it nests. */
function shapeOfEntry({ value, isBlock, type, storageClassType }, place) {
  // CDKTF calls anything with members a block.
  if (isBlock !== "true") return { type: typeNamed(storageClassType, type === "set", place) };
  const [, mapper, struct] = structEntry.exec(value.replace(nullWhenUnset, "")) ?? place.fail(`is written by '${value}', which is not understood`);
  const nesting = { struct: "single", list: "list", set: "set", map: "map" }[type] ?? place.fail(`'${type}' is no way to nest`);
  const isCollection = mapper !== undefined;
  if (isCollection ? nesting === "single" : nesting === "map") place.fail(`'${value}' does not fit the type '${type}'`);
  return { struct: `${struct[0].toUpperCase()}${struct.slice(1)}`, nesting, isSingleItem: !isCollection && nesting !== "single" };
}

function shapeOfAccessor(accessor, place) {
  const [, struct, suffix, isSet] = structAccessor.exec(accessor) ?? [];
  if (struct) return { struct, nesting: { OutputReference: "single", List: isSet === "true" ? "set" : "list", Map: "map" }[suffix] };
  const [, helper, isHelpedSet] = helperAccessor.exec(accessor) ?? [];
  if (helper) return { type: typeNamed(helper, isHelpedSet === "true", place) };
  const [, , toList, name] = getter.exec(accessor) ?? place.fail(`is read by '${accessor}', which is not understood`);
  return { type: typeNamed(name === "List" ? "StringList" : name, toList !== undefined, place) };
}

/** The Terraform type of CDKTF's name for it: `stringMapList` is a list of maps of strings. */
function typeNamed(name, isSet, place) {
  const [base, ...collections] = `${name[0].toUpperCase()}${name.slice(1)}`.match(/[A-Z][a-z]+/g) ?? [];
  // CDKTF writes Terraform's dynamic type as a map of anything; anything by itself is a part that CDKTF left out.
  const isDynamic = base === "Any" && collections.shift() === "Map";
  const element = isDynamic ? "dynamic" : terraformTypes[base];
  if (!element) place.fail(`is '${name}', which CDKTF does not describe further`);
  return collections.reduce((type, collection, index) => [kindOf(collection, isSet && index === collections.length - 1, place), type], element);
}

const kindOf = (collection, isSet, place) =>
  ({ List: isSet ? "set" : "list", Map: "map" })[collection] ?? place.fail(`'${collection}' is no collection`);
