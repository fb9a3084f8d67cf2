import { Construct } from "constructs";
import { dataAwsIamRole, dataAwsSecurityGroup } from "#providers";
import { ArgoCdRole } from "../argo-cd/argo-cd-role";
import { ClusterAccessRole } from "../argo-cd/cluster-access-role";
import { Cluster } from "../clusters/cluster";
import { ManagedNodeGroup } from "../clusters/managed-node-group";
import { NodeIngress } from "../clusters/node-ingress";
import { bindingsOf, hasController, type ClusterSpec, type Fleet } from "../fleet/fleet";
import {
  IDENTITY_LENGTH,
  argoCdAccessRoleName,
  argoCdRoleName,
  clusterRoleName,
  controllerRoleName,
  loadBalancerName,
  nodeGroupName,
  nodeRoleName,
  targetGroupName,
  targetGroupPrefix,
} from "../fleet/names";
import { AwsAccount } from "../identity/aws-account";
import { ControllerRole } from "../identity/controller-role";
import { OidcProvider } from "../identity/oidc-provider";
import { FleetStack } from "./fleet-stack";

/** Defines a cluster, its node groups, the roles for and in it, and the way in from its load balancers. */
export class ClusterStack extends FleetStack {
  private readonly cluster: Cluster;

  constructor(
    scope: Construct,
    private readonly fleet: Fleet,
    private readonly name: string,
    private readonly spec: ClusterSpec,
  ) {
    super(scope, `cluster-${name}`, fleet);
    this.cluster = new Cluster(this, "Cluster", {
      clusterName: name,
      region: fleet.region,
      roleName: clusterRoleName(name),
      version: spec.version,
      subnetIds: spec.subnets,
    });
    this.defineNodeGroups();
    this.defineNodeIngress();
    const oidcProvider = new OidcProvider(this, "OidcProvider", { oidcIssuerUrl: this.cluster.oidcIssuerUrl });
    if (hasController(spec)) {
      this.defineControllerRole(oidcProvider);
    }
    if (fleet.argoCd?.cluster === name) {
      this.defineArgoCdRole(oidcProvider);
    } else if (fleet.argoCd !== undefined) {
      this.defineArgoCdAccess(fleet.argoCd.cluster);
    }

    this.output("cluster_name", "Name of the cluster", this.cluster.clusterName);
    this.output("cluster_arn", "ARN of the cluster", this.cluster.clusterArn);
  }

  private defineNodeGroups(): void {
    for (const [name, group] of Object.entries(this.spec.nodeGroups)) {
      new ManagedNodeGroup(this, `NodeGroup-${name}`, {
        clusterName: this.cluster.clusterName,
        nodeGroupName: nodeGroupName(this.spec, name),
        roleName: nodeRoleName(this.name, name),
        version: this.spec.version,
        subnetIds: this.spec.subnets,
        instanceTypes: group.instanceTypes,
        minSize: group.minSize,
        maxSize: group.maxSize,
      });
    }
  }

  private defineNodeIngress(): void {
    for (const { loadBalancer } of bindingsOf(this.spec)) {
      const scope = new Construct(this, `LoadBalancer-${loadBalancer}`);
      const securityGroup = new dataAwsSecurityGroup.DataAwsSecurityGroup(scope, "SecurityGroup", {
        name: loadBalancerName(this.fleet, loadBalancer),
        vpcId: this.fleet.vpc,
      });
      new NodeIngress(scope, "NodeIngress", {
        clusterSecurityGroupId: this.cluster.clusterSecurityGroupId,
        loadBalancerSecurityGroupId: securityGroup.id,
      });
    }
  }

  private defineControllerRole(oidcProvider: OidcProvider): void {
    const { partition } = AwsAccount.of(this);
    const { region, account } = this.fleet;
    // A target group's name is known before it exists, its id is not.
    const arnOf = (name: string) => `arn:${partition}:elasticloadbalancing:${region}:${account}:targetgroup/${name}/*`;
    const role = new ControllerRole(this, "ControllerRole", {
      roleName: controllerRoleName(this.name),
      oidcProvider,
      permissions: {
        clusterName: this.name,
        targetGroupArns: bindingsOf(this.spec).map((binding) => arnOf(targetGroupName(this.fleet, this.name, binding))),
        removedTargetGroupArns: [arnOf(`${targetGroupPrefix(this.fleet, this.name)}-${"?".repeat(IDENTITY_LENGTH)}`)],
      },
    });
    this.output("controller_role_arn", "ARN of the AWS Load Balancer Controller's role", role.roleArn);
  }

  private defineArgoCdRole(oidcProvider: OidcProvider): void {
    const role = new ArgoCdRole(this, "ArgoCdRole", {
      roleName: argoCdRoleName(this.name),
      oidcProvider,
    });
    this.output("argocd_role_arn", "ARN of Argo CD's own role", role.roleArn);
  }

  private defineArgoCdAccess(rootCluster: string): void {
    const argoCdRole = new dataAwsIamRole.DataAwsIamRole(this, "ArgoCdRole", { name: argoCdRoleName(rootCluster) });
    const accessRole = new ClusterAccessRole(this, "ArgoCdAccess", {
      roleName: argoCdAccessRoleName(this.name),
      clusterName: this.cluster.clusterName,
      argoCdRoleArn: argoCdRole.arn,
    });
    this.output("argocd_access_role_arn", "ARN of the role that Argo CD assumes", accessRole.roleArn);
  }
}
