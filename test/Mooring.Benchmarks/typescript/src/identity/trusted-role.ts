import type { Construct } from "constructs";
import { dataAwsIamPolicyDocument, iamRole } from "#providers";

export interface TrustStatement {
  readonly action: string;
  readonly principalType: "AWS" | "Federated" | "Service";
  readonly principal: string;
  /** Values that variables must equal. */
  readonly conditions?: Readonly<Record<string, string[]>>;
}

/** Defines a role with its trust policy, as children of a construct. */
export function defineTrustedRole(scope: Construct, roleName: string, trust: TrustStatement): iamRole.IamRole {
  const document = new dataAwsIamPolicyDocument.DataAwsIamPolicyDocument(scope, "Trust", {
    statement: [
      {
        actions: [trust.action],
        principals: [{ type: trust.principalType, identifiers: [trust.principal] }],
        condition:
          trust.conditions &&
          Object.entries(trust.conditions).map(([variable, values]) => ({ test: "StringEquals", variable, values })),
      },
    ],
  });
  return new iamRole.IamRole(scope, "Default", { name: roleName, assumeRolePolicy: document.json });
}
