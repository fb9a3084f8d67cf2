import type { Construct } from "constructs";
import { dataAwsIamPolicyDocument, iamRole } from "#providers";

export interface TrustCondition {
  readonly test: "ArnLike" | "StringEquals";
  readonly variable: string;
  readonly values: string[];
}

export interface TrustStatement {
  readonly action: string;
  readonly principalType: "AWS" | "Federated" | "Service";
  readonly principal: string;
  readonly conditions?: TrustCondition[];
}

/** Defines a role with its trust policy, as children of a construct. */
export function defineTrustedRole(scope: Construct, roleName: string, trust: TrustStatement): iamRole.IamRole {
  const document = new dataAwsIamPolicyDocument.DataAwsIamPolicyDocument(scope, "Trust", {
    statement: [
      {
        actions: [trust.action],
        principals: [{ type: trust.principalType, identifiers: [trust.principal] }],
        condition: trust.conditions,
      },
    ],
  });
  return new iamRole.IamRole(scope, "Default", { name: roleName, assumeRolePolicy: document.json });
}
