import * as path from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";

/** The charts that Mooring ships. */
const CHARTS = path.resolve(__dirname, "../../../../../src/Mooring/TargetGroupBindings");

/** Copies a chart into the output of a stack, and returns the path that Terraform finds it at. */
export function defineChart(scope: Construct, folder: string): string {
  const chart = new TerraformAsset(scope, "Chart", { path: path.join(CHARTS, folder), type: AssetType.DIRECTORY });
  return `\${path.module}/${chart.path.replace(/\/$/, "")}`;
}
