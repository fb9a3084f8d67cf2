import { Fn, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { secret } from "#providers";
import { CONTROLLER_CHART, CONTROLLER_CONFIG, CONTROLLER_RESOURCES } from "../target-group-bindings/controller-chart";
import { toValues, type TargetGroupBinding } from "../target-group-bindings/target-group-binding";
import type { ClusterConnection } from "./cluster-connection";
import { ARGO_CD_NAMESPACE } from "./namespace";

export interface ClusterRegistrationProps {
  readonly provider: TerraformProvider;
  readonly secretName: string;
  readonly clusterName: string;
  readonly eksClusterName: string;
  readonly connection: ClusterConnection;
  readonly environment: string;
  readonly fleet: string;
  readonly controllerEnabled: boolean;
  readonly targetGroupArnSuffix?: string;
  readonly bindings: readonly TargetGroupBinding[];
  readonly application: string;
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
  readonly vpcId: string;
  readonly controllerRoleArn?: string;
}

/** Registers a cluster with Argo CD: a labelled and annotated Secret in the root cluster. */
export class ClusterRegistration extends Construct {
  constructor(scope: Construct, id: string, props: ClusterRegistrationProps) {
    super(scope, id);
    new secret.Secret(this, "Default", {
      provider: props.provider,
      metadata: {
        name: props.secretName,
        namespace: ARGO_CD_NAMESPACE,
        labels: labelsOf(props),
        annotations: annotationsOf(props),
      },
      data: { name: props.clusterName, server: props.connection.server, config: props.connection.config },
      type: "Opaque",
      lifecycle: {
        // Argo CD writes these.
        ignoreChanges: [
          'metadata[0].annotations["managed-by"]',
          'metadata[0].annotations["argocd.argoproj.io/refresh"]',
          'metadata[0].labels["argocd.argoproj.io/kubernetes-version"]',
        ],
      },
    });
  }
}

function labelsOf(props: ClusterRegistrationProps): Record<string, string> {
  return {
    "argocd.argoproj.io/secret-type": "cluster",
    environment: props.environment,
    "aws-lb-controller/enabled": `${props.controllerEnabled}`,
    "aws-lb-controller/fleet": props.fleet,
    ...(props.targetGroupArnSuffix !== undefined && targetGroupLabels(props.targetGroupArnSuffix)),
  };
}

/** An ARN is no label value, so its name and id travel separately and an ApplicationSet joins them again. */
function targetGroupLabels(arnSuffix: string): Record<string, string> {
  const parts = Fn.split("/", arnSuffix);
  return {
    "aws-lb-controller/targetgroup-name": Fn.element(parts, 1),
    "aws-lb-controller/targetgroup-id": Fn.element(parts, 2),
  };
}

function annotationsOf(props: ClusterRegistrationProps): Record<string, string> {
  return {
    "aws-lb-controller/application": props.application,
    "aws-lb-controller/cluster-name": props.eksClusterName,
    "aws-lb-controller/account-id": props.accountId,
    "aws-lb-controller/partition": props.partition,
    "aws-lb-controller/region": props.region,
    "aws-lb-controller/vpc-id": props.vpcId,
    ...(props.controllerRoleArn !== undefined && { "aws-lb-controller/role-arn": props.controllerRoleArn }),
    ...(props.controllerEnabled && controllerAnnotations()),
    "aws-lb-controller/bindings": JSON.stringify(props.bindings.map(toValues)),
  };
}

/** What Argo CD installs the controller with. */
function controllerAnnotations(): Record<string, string> {
  return {
    "aws-lb-controller/chart-version": CONTROLLER_CHART.version,
    "aws-lb-controller/controller-config": JSON.stringify(CONTROLLER_CONFIG),
    "aws-lb-controller/resources": JSON.stringify(CONTROLLER_RESOURCES),
    "aws-lb-controller/on-removal": "keep",
  };
}
