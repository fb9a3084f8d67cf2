import { Construct } from "constructs";
import { eksNodeGroup } from "#providers";
import { AwsAccount } from "../identity/aws-account";
import { ServiceRole } from "../identity/service-role";

const NODE_POLICIES = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];

export interface ManagedNodeGroupProps {
  readonly clusterName: string;
  readonly nodeGroupName: string;
  readonly roleName: string;
  readonly version: string;
  readonly subnetIds: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly minSize: number;
  readonly maxSize: number;
}

/** Defines a managed node group and the role of its nodes. */
export class ManagedNodeGroup extends Construct {
  constructor(scope: Construct, id: string, props: ManagedNodeGroupProps) {
    super(scope, id);
    const role = new ServiceRole(this, "Role", {
      roleName: props.roleName,
      servicePrincipal: `ec2.${AwsAccount.of(this).dnsSuffix}`,
      managedPolicies: NODE_POLICIES,
    });
    new eksNodeGroup.EksNodeGroup(this, "Default", {
      clusterName: props.clusterName,
      nodeGroupName: props.nodeGroupName,
      nodeRoleArn: role.roleArn,
      version: props.version,
      subnetIds: [...props.subnetIds],
      instanceTypes: [...props.instanceTypes],
      scalingConfig: { minSize: props.minSize, maxSize: props.maxSize, desiredSize: props.minSize },
      updateConfig: { maxUnavailable: 1 },
      // How many nodes there are right now is the autoscaler's to say.
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["scaling_config[0].desired_size"] },
      dependsOn: role.attachments,
    });
  }
}
