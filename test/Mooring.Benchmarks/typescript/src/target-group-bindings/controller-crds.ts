import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { dataHelmTemplate, release } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import { defineChart } from "./chart";
import { CONTROLLER_CHART, RELEASE_HISTORY } from "./controller-chart";
import type { ReleaseGuard } from "./release-guard";

export interface ControllerCrdsProps {
  readonly guard: ReleaseGuard;
}

/** Defines the Helm release of the controller's custom resource definitions, which Helm itself never updates. */
export class ControllerCrds extends Construct {
  static readonly releaseName = "aws-lb-controller-crds";

  readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ControllerCrdsProps) {
    super(scope, id);
    const template = new dataHelmTemplate.DataHelmTemplate(this, "Template", {
      name: CONTROLLER_SERVICE_ACCOUNT.name,
      namespace: CONTROLLER_SERVICE_ACCOUNT.namespace,
      ...CONTROLLER_CHART,
      // The chart requires a name.
      values: [Fn.yamlencode({ clusterName: "crds" })],
      // Any other template would put a new private key into the state at each plan.
      showOnly: ["templates/serviceaccount.yaml"],
    });
    const crds = Fn.join("\n---\n", template.crds);
    const { chart, version } = CONTROLLER_CHART;
    this.dependable = new release.Release(this, "Default", {
      name: ControllerCrds.releaseName,
      namespace: CONTROLLER_SERVICE_ACCOUNT.namespace,
      createNamespace: true,
      chart: defineChart(this, "CrdsChart"),
      version: "1.0.0",
      values: [Fn.yamlencode({ chart, version, sha256: Fn.sha256(crds) })],
      setSensitive: [{ name: "crds", type: "string", value: Fn.base64encode(crds) }],
      takeOwnership: true,
      upgradeInstall: true,
      maxHistory: RELEASE_HISTORY,
      dependsOn: [props.guard.releases],
    });
  }
}
