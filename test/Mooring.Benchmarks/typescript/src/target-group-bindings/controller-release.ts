import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { release } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import { CONTROLLER_CHART, CONTROLLER_CONFIG, CONTROLLER_RESOURCES, RELEASE_HISTORY } from "./controller-chart";
import type { ControllerCrds } from "./controller-crds";
import type { ReleaseGuard } from "./release-guard";

export interface ControllerReleaseProps {
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
  readonly roleArn: string;
  readonly crds: ControllerCrds;
  readonly guard: ReleaseGuard;
}

/** Defines the Helm release of the AWS Load Balancer Controller, which serves TargetGroupBindings only. */
export class ControllerRelease extends Construct {
  readonly releaseName = CONTROLLER_SERVICE_ACCOUNT.name;
  readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ControllerReleaseProps) {
    super(scope, id);
    this.dependable = new release.Release(this, "Default", {
      name: this.releaseName,
      namespace: CONTROLLER_SERVICE_ACCOUNT.namespace,
      createNamespace: true,
      ...CONTROLLER_CHART,
      values: [Fn.yamlencode(valuesOf(props))],
      upgradeInstall: true,
      timeout: 900,
      maxHistory: RELEASE_HISTORY,
      skipCrds: true,
      dependsOn: [props.crds.dependable, props.guard.releases],
    });
  }
}

function valuesOf(props: ControllerReleaseProps): Record<string, unknown> {
  return {
    clusterName: props.clusterName,
    region: props.region,
    vpcId: props.vpcId,
    serviceAccount: {
      create: true,
      name: CONTROLLER_SERVICE_ACCOUNT.name,
      annotations: { "eks.amazonaws.com/role-arn": props.roleArn },
    },
    ingressClass: "aws-lb-controller-no-ingress",
    createIngressClassResource: false,
    ingressClassParams: { create: false },
    disableIngressClassAnnotation: true,
    enableServiceMutatorWebhook: false,
    enableBackendSecurityGroup: false,
    enableShield: false,
    enableWaf: false,
    enableWafv2: false,
    resources: CONTROLLER_RESOURCES,
    controllerConfig: CONTROLLER_CONFIG,
    keepTLSSecret: true,
    webhookConfig: { disableIngressValidation: true },
  };
}
