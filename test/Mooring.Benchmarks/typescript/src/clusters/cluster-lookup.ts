import { Fn } from "cdktf";
import { Construct } from "constructs";
import { dataAwsEksCluster } from "#providers";

export interface ClusterLookupProps {
  readonly clusterName: string;
}

/** Looks an EKS cluster up by its name. */
export class ClusterLookup extends Construct {
  private readonly cluster: dataAwsEksCluster.DataAwsEksCluster;

  constructor(scope: Construct, id: string, props: ClusterLookupProps) {
    super(scope, id);
    this.cluster = new dataAwsEksCluster.DataAwsEksCluster(this, "Default", { name: props.clusterName });
  }

  get clusterName(): string {
    return this.cluster.id;
  }

  get clusterEndpoint(): string {
    return this.cluster.endpoint;
  }

  get clusterCertificateAuthorityData(): string {
    return this.cluster.certificateAuthority.get(0).data;
  }

  get clusterCaCertificate(): string {
    return Fn.base64decode(this.clusterCertificateAuthorityData);
  }
}
