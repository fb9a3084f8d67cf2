/** How Argo CD reaches a cluster. */
export interface ClusterConnection {
  readonly server: string;
  readonly config: string;
}

/** The cluster that Argo CD itself runs in. */
export const IN_CLUSTER: ClusterConnection = {
  server: "https://kubernetes.default.svc",
  config: JSON.stringify({ tlsClientConfig: { insecure: false } }),
};

export interface AssumedRoleProps {
  readonly clusterName: string;
  readonly clusterEndpoint: string;
  readonly clusterCertificateAuthorityData: string;
  readonly accessRoleArn: string;
}

/** A cluster that Argo CD reaches with a role that it assumes. */
export function assumedRole(props: AssumedRoleProps): ClusterConnection {
  return {
    server: props.clusterEndpoint,
    // In the order in which Argo CD writes it; Terraform's jsonencode would sort the keys.
    config: JSON.stringify({
      tlsClientConfig: { insecure: false, caData: props.clusterCertificateAuthorityData },
      awsAuthConfig: { clusterName: props.clusterName, roleARN: props.accessRoleArn },
    }),
  };
}
