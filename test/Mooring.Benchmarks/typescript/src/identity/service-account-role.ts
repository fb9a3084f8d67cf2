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
  readonly policyJson?: string;
}

/** Defines a role that service accounts of a cluster assume (IRSA), with one policy in it where there is one. */
export class ServiceAccountRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ServiceAccountRoleProps) {
    super(scope, id);
    const { oidcIssuer, oidcProviderArn } = props.oidcProvider;
    const role = defineTrustedRole(this, props.roleName, {
      action: "sts:AssumeRoleWithWebIdentity",
      principalType: "Federated",
      principal: oidcProviderArn,
      conditions: [
        {
          test: "StringEquals",
          variable: `${oidcIssuer}:sub`,
          values: props.serviceAccounts.map(({ namespace, name }) => `system:serviceaccount:${namespace}:${name}`),
        },
        { test: "StringEquals", variable: `${oidcIssuer}:aud`, values: [AUDIENCE] },
      ],
    });
    if (props.policyJson !== undefined) {
      new iamRolePolicy.IamRolePolicy(this, "Policy", {
        name: props.roleName,
        role: role.name,
        policy: props.policyJson,
      });
    }
    this.roleArn = role.arn;
  }
}
