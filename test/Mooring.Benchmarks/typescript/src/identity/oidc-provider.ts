import { Fn } from "cdktf";
import { Construct } from "constructs";
import { iamOpenidConnectProvider } from "#providers";

export const AUDIENCE = "sts.amazonaws.com";

export interface OidcProviderProps {
  readonly oidcIssuerUrl: string;
}

/** Defines the OIDC provider with which IAM trusts a cluster's service accounts. */
export class OidcProvider extends Construct {
  readonly oidcProviderArn: string;
  readonly oidcIssuer: string;

  constructor(scope: Construct, id: string, props: OidcProviderProps) {
    super(scope, id);
    const provider = new iamOpenidConnectProvider.IamOpenidConnectProvider(this, "Default", {
      url: props.oidcIssuerUrl,
      clientIdList: [AUDIENCE],
    });
    this.oidcProviderArn = provider.arn;
    this.oidcIssuer = Fn.replace(props.oidcIssuerUrl, "https://", "");
  }
}
