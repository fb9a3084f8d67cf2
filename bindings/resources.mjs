// Reads resources.txt: which resources and data sources of which provider the packages hold.

import fs from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { hasFolder } from "./slim.mjs";

/** Maps the npm name of each installed provider to the folders of its module that the list names. */
export function readResources(file, modules, installed) {
  const providers = new Map(installed.filter((name) => name.startsWith("@cdktf/provider-")).map((name) => [name, []]));
  for (const { address, line } of addressesIn(file)) {
    const { provider, folder } = locate(address, line);
    const name = `@cdktf/provider-${provider}`;
    const directory = path.join(modules, name);
    if (!providers.has(name)) throw new Failure(`resources.txt(${line}): '${address}' needs ${name}, which bindings/package.json does not list`);
    if (providers.get(name).includes(folder)) throw new Failure(`resources.txt(${line}): '${address}' is listed twice`);
    if (!hasFolder(directory, folder)) throw new Failure(`resources.txt(${line}): ${name} ${versionOf(directory)} has no '${address}'`);
    providers.get(name).push(folder);
  }
  return providers;
}

const addressesIn = (file) =>
  fs.readFileSync(file, "utf8").split("\n")
    .map((text, index) => ({ address: text.replace(/#.*/, "").trim(), line: index + 1 }))
    .filter(({ address }) => address !== "");

/** `aws_lb` is in the folder `lb` of the provider `aws`, `data.aws_lb` in its folder `data-aws-lb`. */
function locate(address, line) {
  const [, data, provider, rest] = /^(data\.)?([a-z]+)_([a-z0-9_]+)$/.exec(address) ?? [];
  if (!provider) throw new Failure(`resources.txt(${line}): '${address}' is no resource: expected one such as 'aws_lb' or 'data.aws_lb'`);
  return { provider, folder: `${data ? `data-${provider}-` : ""}${rest.replaceAll("_", "-")}` };
}

const versionOf = (directory) => JSON.parse(fs.readFileSync(path.join(directory, "package.json"), "utf8")).version;
