// Writes the schemas of the providers, trimmed to the resources of resources.txt, as `terraform providers schema -json` would:
// https://developer.hashicorp.com/terraform/cli/commands/providers/schema. They are what CDKTF's own generator read, put
// together again from what it wrote: the TypeScript of each resource (schema-source.mjs), its members (schema-members.mjs)
// and the block they make (schema-block.mjs).
//
// What CDKTF does not keep is not in them: descriptions; whether something is sensitive, write-only or deprecated; the version of
// a resource's schema, which reads 0; a block's `min_items` and `max_items` above 1; a set within a collection, which reads as
// a list; what tells an optional member of a computed nested attribute from one that is computed as well, so both flags
// are set. A resource that needs more of what CDKTF left out is a failure.

import fs from "node:fs";
import path from "node:path";
import { BlockBuilder } from "./schema-block.mjs";
import { membersOfClass } from "./schema-members.mjs";
import { readSource } from "./schema-source.mjs";
import { providerFolder } from "./slim.mjs";
import { Place } from "./place.mjs";

/**
 * Whether the attributes of a provider that have members are nested attributes or of an object's type: CDKTF writes both the
 * same way. Nested attributes came with version 6 of Terraform's plugin protocol, which a provider uses as a whole. The provider
 * `tfe` speaks version 6, and what is listed of it has attributes of an object's type only.
 */
const hasNestedAttributes = new Map([["aws", false], ["helm", true], ["kubernetes", false], ["tfe", false]]);

/** Default registry of a provider whose address has no host name, as in CDKTF. */
const defaultSource = ["registry.terraform.io", "hashicorp"];

/** Writes `aws.json` and so on into `target`, each with the listed folders of its module. */
export function writeSchemas(target, modules, resources) {
  fs.mkdirSync(target, { recursive: true });
  for (const [name, folders] of resources) {
    const schemas = schemasOf(name, path.join(modules, name), folders);
    fs.writeFileSync(path.join(target, `${shortName(name)}.json`), JSON.stringify(schemas));
  }
}

const shortName = (name) => name.replace("@cdktf/provider-", "");

function schemasOf(name, module, folders) {
  const isNested = hasNestedAttributes.get(shortName(name)) ?? new Place(name).fail("schemas.mjs does not say whether it has nested attributes");
  const [provider, ...others] = [providerFolder, ...folders].map((folder) => readRoot(name, module, folder, isNested));
  const schemasWith = (base) => Object.fromEntries(others.filter((root) => root.base === base).map(({ type, schema }) => [type, schema]));
  return {
    format_version: "1.0",
    provider_schemas: {
      [addressOf(provider.source)]: {
        // Terraform's output does not contain it.
        provider_version: provider.version,
        provider: provider.schema,
        resource_schemas: schemasWith("cdktf.TerraformResource"),
        data_source_schemas: schemasWith("cdktf.TerraformDataSource"),
      },
    },
  };
}

/** Reads the one class of a folder that is a resource, a data source or the provider. */
function readRoot(name, module, folder, isNested) {
  const where = (what) => new Place(`${name} ${versionOf(module)}: ${what}`);
  const source = readSource(path.join(module, "lib", folder), where(folder));
  const root = [...source.classes.values()].find(({ base }) => /^cdktf\.Terraform(Resource|DataSource|Provider)$/.test(base));
  if (!root) where(folder).fail("none of its classes is a resource");
  const { terraformResourceType: type, terraformProviderSource, providerVersion } = root.settings;
  if (folder === providerFolder && !(terraformProviderSource && providerVersion)) where(folder).fail("it does not say its source and version");
  const place = where(`${root.base === "cdktf.TerraformDataSource" ? "data." : ""}${type}`);
  // CDKTF adds `alias` to the provider's own attributes; it is Terraform's.
  const members = membersOfClass(source, root, place).filter((member) => folder !== providerFolder || member.name !== "alias");
  const block = new BlockBuilder(source, isNested).block(members);
  return { base: root.base, type, source: terraformProviderSource, version: providerVersion, schema: { version: 0, block } };
}

const versionOf = (module) => JSON.parse(fs.readFileSync(path.join(module, "package.json"), "utf8")).version;

/** `aws` is `hashicorp/aws` at Terraform's own registry. */
function addressOf(source) {
  const parts = source.split("/");
  return [...defaultSource.slice(0, 3 - parts.length), ...parts].join("/");
}
