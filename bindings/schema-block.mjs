// The members of a resource as a block of Terraform's schema: https://developer.hashicorp.com/terraform/cli/commands/providers/schema

import { membersOfStruct } from "./schema-members.mjs";

const flagNames = ["required", "optional", "computed"];

/** Builds blocks from one resource's TypeScript. */
export class BlockBuilder {
  constructor(source, hasNestedAttributes) {
    this.source = source;
    this.hasNestedAttributes = hasNestedAttributes;
    this.open = [];
  }

  block(members) {
    return withoutEmpty({
      attributes: named(members.filter((member) => !member.isBlock), (member) => this.attribute(member)),
      block_types: named(members.filter((member) => member.isBlock), (member) => this.blockType(member)),
    });
  }

  blockType(member) {
    const { struct, nesting, isSingleItem, required, place } = member;
    if (!struct) place.fail("is a block, and CDKTF left out what is in it");
    if (nesting === "map") place.fail("is a block that nests as a map, which is not understood");
    return {
      nesting_mode: nesting,
      block: this.within(member, (members) => this.block(members)),
      ...(required && nesting !== "single" ? { min_items: 1 } : {}),
      ...(isSingleItem ? { max_items: 1 } : {}),
    };
  }

  attribute(member) {
    if (member.isSingleItem) member.place.fail("is an attribute with at most one item, which only a block can be");
    const flags = Object.fromEntries(flagNames.filter((flag) => member[flag]).map((flag) => [flag, true]));
    return member.struct && this.hasNestedAttributes ? { nested_type: this.nestedType(member), ...flags } : { type: this.type(member), ...flags };
  }

  nestedType(member) {
    return { attributes: this.within(member, (members) => named(members, (inner) => this.attribute(inner))), nesting_mode: member.nesting };
  }

  type(member) {
    if (!member.struct) return member.type;
    const object = ["object", this.within(member, (members) => named(members, (inner) => this.typeInObject(inner, member)))];
    return member.nesting === "single" ? object : [member.nesting, object];
  }

  /** CDKTF gives the members of an object, which have no flags, the flags of the attribute. */
  typeInObject(inner, member) {
    if (flagNames.some((flag) => inner[flag] !== member[flag])) inner.place.fail("has flags of its own, as only a member of a nested attribute has");
    return this.type(inner);
  }

  /** The result of `build` for the members of a struct. */
  within({ struct, place }, build) {
    // CDKTF writes a schema that repeats itself as a loop, and the depth is lost.
    if (this.open.includes(struct)) place.fail("repeats what it is in, and CDKTF left out how often");
    this.open.push(struct);
    try {
      return build(membersOfStruct(this.source, struct, place));
    } finally {
      this.open.pop();
    }
  }
}

const named = (members, build) => Object.fromEntries(members.map((member) => [member.name, build(member)]));

const withoutEmpty = (block) => Object.fromEntries(Object.entries(block).filter(([, members]) => Object.keys(members).length > 0));
