import { Construct } from "constructs";
import { controllerPolicy, type ControllerPermissions } from "./controller-policy";
import type { OidcProvider } from "./oidc-provider";
import { ServiceAccountRole, type ServiceAccount } from "./service-account-role";

/** The controller's service account, the same in every cluster. */
export const CONTROLLER_SERVICE_ACCOUNT: ServiceAccount = { namespace: "aws-lb-controller", name: "aws-lb-controller" };

export interface ControllerRoleProps {
  readonly roleName: string;
  readonly oidcProvider: OidcProvider;
  readonly permissions: ControllerPermissions;
}

/** Defines the role of a cluster's AWS Load Balancer Controller. */
export class ControllerRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ControllerRoleProps) {
    super(scope, id);
    this.roleArn = new ServiceAccountRole(this, "Default", {
      roleName: props.roleName,
      oidcProvider: props.oidcProvider,
      serviceAccounts: [CONTROLLER_SERVICE_ACCOUNT],
      policyJson: controllerPolicy(props.permissions),
    }).roleArn;
  }
}
