import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { release } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";

const CHART_VERSION = "3.5.0";

const RESOURCES = { cpu: "100m", memory: "128Mi" };

export interface ControllerReleaseProps {
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
  readonly roleArn: string;
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
      repository: "https://aws.github.io/eks-charts",
      chart: "aws-load-balancer-controller",
      version: CHART_VERSION,
      values: [Fn.yamlencode(valuesOf(props))],
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
    createIngressClassResource: false,
    ingressClassParams: { create: false },
    disableIngressClassAnnotation: true,
    enableServiceMutatorWebhook: false,
    enableBackendSecurityGroup: false,
    enableShield: false,
    enableWaf: false,
    enableWafv2: false,
    resources: { limits: RESOURCES, requests: RESOURCES },
    controllerConfig: { featureGates: { ALBGatewayAPI: false, NLBGatewayAPI: false } },
    webhookConfig: { disableIngressValidation: true },
  };
}
