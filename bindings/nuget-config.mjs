// Package source mapping for the feed: NuGet takes the generated packages only from it, and every
// other package from the sources the user has. https://learn.microsoft.com/nuget/consume-packages/package-source-mapping

import fs from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";

const feedKey = "mooring-bindings";

/**
 * Writes `nuget.config` into the feed. It is written, not committed, because a mapping has to name every source, and
 * the names of the user's sources are known on the user's machine only: `settings` and `listing` are NuGet's output about
 * them. An existing mapping of the user is kept.
 */
export function writeNuGetConfig(feed, packages, settings, listing) {
  const isMapped = /^packageSourceMapping:/m.test(settings);
  const mappings = [mapping(feedKey, packages), ...(isMapped ? [] : everythingElse(listing))];
  fs.writeFileSync(path.join(feed, "nuget.config"),
    `<configuration>
  <packageSources>
    <add key="${feedKey}" value="." />
  </packageSources>
  <packageSourceMapping>
${mappings.join("\n")}
  </packageSourceMapping>
</configuration>
`);
}

function everythingElse(listing) {
  const sources = enabledSources(listing);
  if (sources.length === 0) throw new Failure("NuGet has no enabled package source: add one with 'dotnet nuget add source'");
  return sources.map((source) => mapping(source, ["*"]));
}

/** The names in `  1.  name [Enabled]`, the lines of `dotnet nuget list source`. */
const enabledSources = (listing) => [...listing.matchAll(/^\s+\d+\.\s+(.+) \[Enabled\]\s*$/gm)].map((match) => match[1]);

const mapping = (source, patterns) =>
  `    <packageSource key="${escape(source)}">\n${patterns.map((pattern) => `      <package pattern="${escape(pattern)}" />\n`).join("")}    </packageSource>`;

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
