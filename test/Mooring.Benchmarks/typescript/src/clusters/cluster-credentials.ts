export interface ClusterCredentials {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: string[];
}

/** The command with which a provider gets a token for a cluster. */
export function clusterCredentials(clusterName: string, region: string): ClusterCredentials {
  return {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: ["eks", "get-token", "--cluster-name", clusterName, "--region", region],
  };
}
