import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { iamRolePolicyAttachment } from "#providers";
import { AwsAccount } from "./aws-account";
import { defineTrustedRole } from "./trusted-role";

export interface ServiceRoleProps {
  readonly roleName: string;
  readonly servicePrincipal: string;
  /** The only resource for which the service may assume it. */
  readonly sourceArn?: string;
  /** Names of policies that AWS keeps. */
  readonly managedPolicies: readonly string[];
}

/** Defines a role that an AWS service assumes. */
export class ServiceRole extends Construct {
  readonly roleArn: string;
  readonly attachments: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const account = AwsAccount.of(this);
    const role = defineTrustedRole(this, props.roleName, {
      action: "sts:AssumeRole",
      principalType: "Service",
      principal: props.servicePrincipal,
      conditions:
        props.sourceArn === undefined
          ? undefined
          : [
              { test: "ArnLike", variable: "aws:SourceArn", values: [props.sourceArn] },
              { test: "StringEquals", variable: "aws:SourceAccount", values: [account.accountId] },
            ],
    });
    this.attachments = props.managedPolicies.map(
      (policy) =>
        new iamRolePolicyAttachment.IamRolePolicyAttachment(this, policy, {
          role: role.name,
          policyArn: account.managedPolicyArn(policy),
        }),
    );
    this.roleArn = role.arn;
  }
}
