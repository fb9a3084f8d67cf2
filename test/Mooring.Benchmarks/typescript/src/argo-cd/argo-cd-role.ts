import { Construct } from "constructs";
import type { OidcProvider } from "../identity/oidc-provider";
import { ServiceAccountRole } from "../identity/service-account-role";
import { ARGO_CD_NAMESPACE } from "./namespace";

const SERVICE_ACCOUNTS = ["argocd-application-controller", "argocd-applicationset-controller", "argocd-server"];

export interface ArgoCdRoleProps {
  readonly roleName: string;
  readonly oidcProvider: OidcProvider;
}

/**
 * Defines Argo CD's own role, in the root cluster: it assumes the access role of every other cluster. It needs no policy for that, because
 * those roles name it and are of its own account.
 */
export class ArgoCdRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ArgoCdRoleProps) {
    super(scope, id);
    this.roleArn = new ServiceAccountRole(this, "Default", {
      roleName: props.roleName,
      oidcProvider: props.oidcProvider,
      serviceAccounts: SERVICE_ACCOUNTS.map((name) => ({ namespace: ARGO_CD_NAMESPACE, name })),
    }).roleArn;
  }
}
