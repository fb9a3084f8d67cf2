import { Construct } from "constructs";
import { eksAccessEntry, eksAccessPolicyAssociation } from "#providers";
import { AwsAccount } from "../identity/aws-account";
import { defineTrustedRole } from "../identity/trusted-role";

const ACCESS_POLICY = "AmazonEKSClusterAdminPolicy";

export interface ClusterAccessRoleProps {
  readonly roleName: string;
  readonly clusterName: string;
  readonly argoCdRoleArn: string;
}

/** Defines the role that Argo CD assumes to reach a cluster, and lets it in. */
export class ClusterAccessRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ClusterAccessRoleProps) {
    super(scope, id);
    this.roleArn = defineTrustedRole(this, props.roleName, {
      action: "sts:AssumeRole",
      principalType: "AWS",
      principal: props.argoCdRoleArn,
    }).arn;
    const entry = new eksAccessEntry.EksAccessEntry(this, "AccessEntry", {
      clusterName: props.clusterName,
      principalArn: this.roleArn,
    });
    new eksAccessPolicyAssociation.EksAccessPolicyAssociation(this, "AccessPolicy", {
      clusterName: props.clusterName,
      principalArn: this.roleArn,
      policyArn: `arn:${AwsAccount.of(this).partition}:eks::aws:cluster-access-policy/${ACCESS_POLICY}`,
      accessScope: { type: "cluster" },
      dependsOn: [entry],
    });
  }
}
