import { Construct } from "constructs";
import { eksCluster } from "#providers";
import { AwsAccount } from "../identity/aws-account";
import { ServiceRole } from "../identity/service-role";

export interface ClusterProps {
  readonly clusterName: string;
  readonly region: string;
  readonly roleName: string;
  readonly version: string;
  readonly subnetIds: readonly string[];
}

/** Defines an EKS cluster and the role of its control plane. */
export class Cluster extends Construct {
  private readonly cluster: eksCluster.EksCluster;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const role = new ServiceRole(this, "Role", {
      roleName: props.roleName,
      servicePrincipal: "eks.amazonaws.com",
      // See https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html
      sourceArn: AwsAccount.of(this).clusterArn(props.region, props.clusterName),
      managedPolicies: ["AmazonEKSClusterPolicy"],
    });
    this.cluster = new eksCluster.EksCluster(this, "Default", {
      name: props.clusterName,
      roleArn: role.roleArn,
      version: props.version,
      vpcConfig: {
        subnetIds: [...props.subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: ["0.0.0.0/0"],
      },
      accessConfig: {
        authenticationMode: "API",
        bootstrapClusterCreatorAdminPermissions: true,
      },
      dependsOn: role.attachments,
    });
  }

  get clusterName(): string {
    return this.cluster.name;
  }

  get clusterArn(): string {
    return this.cluster.arn;
  }

  get clusterSecurityGroupId(): string {
    return this.cluster.vpcConfig.clusterSecurityGroupId;
  }

  get oidcIssuerUrl(): string {
    return this.cluster.identity.get(0).oidc.get(0).issuer;
  }
}
