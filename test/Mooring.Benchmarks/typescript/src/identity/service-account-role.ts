import { Construct } from "constructs";
import { iamRolePolicy } from "#providers";
import { AUDIENCE, type OidcProvider } from "./oidc-provider";
import { defineTrustedRole } from "./trusted-role";

export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export interface ServiceAccountRoleProps {
  readonly roleName: string;
  readonly oidcProvider: OidcProvider;
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly policyJson: string;
}

/** Defines a role that service accounts of a cluster assume (IRSA), with one policy in it. */
export class ServiceAccountRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ServiceAccountRoleProps) {
    super(scope, id);
    const { oidcIssuer, oidcProviderArn } = props.oidcProvider;
    const role = defineTrustedRole(this, props.roleName, {
      action: "sts:AssumeRoleWithWebIdentity",
      principalType: "Federated",
      principal: oidcProviderArn,
      conditions: {
        [`${oidcIssuer}:sub`]: props.serviceAccounts.map(({ namespace, name }) => `system:serviceaccount:${namespace}:${name}`),
        [`${oidcIssuer}:aud`]: [AUDIENCE],
      },
    });
    new iamRolePolicy.IamRolePolicy(this, "Policy", {
      name: props.roleName,
      role: role.name,
      policy: props.policyJson,
    });
    this.roleArn = role.arn;
  }
}
