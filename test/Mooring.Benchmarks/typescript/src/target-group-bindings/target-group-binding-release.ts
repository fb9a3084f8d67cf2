import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { release } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import { defineChart } from "./chart";
import { RELEASE_HISTORY } from "./controller-chart";
import type { ControllerRelease } from "./controller-release";
import type { ReleaseGuard } from "./release-guard";
import { toValues, type TargetGroupBinding } from "./target-group-binding";

export interface TargetGroupBindingReleaseProps {
  readonly bindings: readonly TargetGroupBinding[];
  readonly controller: ControllerRelease;
  readonly guard: ReleaseGuard;
}

/** Defines the Helm release of a cluster's TargetGroupBindings. */
export class TargetGroupBindingRelease extends Construct {
  static readonly releaseName = "targetgroupbindings";

  readonly releaseName = TargetGroupBindingRelease.releaseName;
  readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: TargetGroupBindingReleaseProps) {
    super(scope, id);
    this.dependable = new release.Release(this, "Default", {
      name: this.releaseName,
      namespace: CONTROLLER_SERVICE_ACCOUNT.namespace,
      createNamespace: true,
      chart: defineChart(this, "Chart"),
      version: "1.2.0",
      values: [Fn.yamlencode({ bindings: props.bindings.map(toValues) })],
      upgradeInstall: true,
      cleanupOnFail: true,
      maxHistory: RELEASE_HISTORY,
      dependsOn: [props.controller.dependable, props.guard.releases, ...props.guard.namespaces],
    });
  }
}
