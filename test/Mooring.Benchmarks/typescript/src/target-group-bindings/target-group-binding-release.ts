import * as path from "node:path";
import { AssetType, Fn, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { release } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import type { ControllerRelease } from "./controller-release";
import { toValues, type TargetGroupBinding } from "./target-group-binding";

/** The chart that Mooring ships. */
const CHART = path.resolve(__dirname, "../../../../../src/Mooring/TargetGroupBindings/Chart");

export interface TargetGroupBindingReleaseProps {
  readonly bindings: readonly TargetGroupBinding[];
  readonly controller: ControllerRelease;
}

/** Defines the Helm release of a cluster's TargetGroupBindings. */
export class TargetGroupBindingRelease extends Construct {
  readonly releaseName = "targetgroupbindings";

  constructor(scope: Construct, id: string, props: TargetGroupBindingReleaseProps) {
    super(scope, id);
    const chart = new TerraformAsset(this, "Chart", { path: CHART, type: AssetType.DIRECTORY });
    new release.Release(this, "Default", {
      name: this.releaseName,
      namespace: CONTROLLER_SERVICE_ACCOUNT.namespace,
      createNamespace: true,
      chart: `\${path.module}/${chart.path.replace(/\/$/, "")}`,
      values: [Fn.yamlencode({ bindings: props.bindings.map(toValues) })],
      dependsOn: [props.controller.dependable],
    });
  }
}
