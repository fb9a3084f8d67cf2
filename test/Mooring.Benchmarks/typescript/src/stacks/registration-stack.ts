import type { Construct } from "constructs";
import { dataAwsIamRole, kubernetesProvider } from "#providers";
import { assumedRole, IN_CLUSTER, type ClusterConnection } from "../argo-cd/cluster-connection";
import { ClusterRegistration } from "../argo-cd/cluster-registration";
import { clusterCredentials } from "../clusters/cluster-credentials";
import { ClusterLookup } from "../clusters/cluster-lookup";
import { clusterOf, hasController, isDeliveredByArgoCd, type Fleet } from "../fleet/fleet";
import { applicationName, argoCdAccessRoleName, clusterSecretName, fleetLabel } from "../fleet/names";
import { AwsAccount } from "../identity/aws-account";
import { lookUpBindings, lookUpControllerRole } from "./fleet-lookups";
import { FleetStack } from "./fleet-stack";

/** Registers a cluster with Argo CD, in the root cluster. */
export class RegistrationStack extends FleetStack {
  constructor(scope: Construct, fleet: Fleet, name: string, rootCluster: string) {
    super(scope, `registration-${name}`, fleet);
    const spec = clusterOf(fleet, name);
    const cluster = new ClusterLookup(this, "Cluster", { clusterName: name });
    const bindings = lookUpBindings(this, fleet, name);
    const secretName = clusterSecretName(fleet, name);
    new ClusterRegistration(this, "Registration", {
      provider: this.defineRootProvider(rootCluster, fleet.region),
      secretName,
      clusterName: `${fleet.name}-${name}`,
      eksClusterName: cluster.clusterName,
      connection: name === rootCluster ? IN_CLUSTER : this.defineConnection(cluster, name),
      environment: fleet.environment,
      fleet: fleetLabel(fleet),
      controllerEnabled: isDeliveredByArgoCd(spec),
      targetGroupArnSuffix: bindings[0]?.targetGroup.arnSuffix,
      bindings: bindings.map(({ binding }) => binding),
      application: applicationName(fleet, name),
      accountId: fleet.account,
      partition: AwsAccount.of(this).partition,
      region: fleet.region,
      vpcId: fleet.vpc,
      controllerRoleArn: hasController(spec) ? lookUpControllerRole(this, name) : undefined,
    });

    this.output("secret_name", "Name of the cluster's Secret in Argo CD's namespace", secretName);
  }

  private defineConnection(cluster: ClusterLookup, name: string): ClusterConnection {
    const accessRole = new dataAwsIamRole.DataAwsIamRole(this, "ArgoCdAccess", { name: argoCdAccessRoleName(name) });
    return assumedRole({
      clusterName: cluster.clusterName,
      clusterEndpoint: cluster.clusterEndpoint,
      clusterCertificateAuthorityData: cluster.clusterCertificateAuthorityData,
      accessRoleArn: accessRole.arn,
    });
  }

  private defineRootProvider(rootCluster: string, region: string): kubernetesProvider.KubernetesProvider {
    const root = new ClusterLookup(this, "RootCluster", { clusterName: rootCluster });
    return new kubernetesProvider.KubernetesProvider(this, "kubernetes", {
      alias: "root",
      host: root.clusterEndpoint,
      clusterCaCertificate: root.clusterCaCertificate,
      exec: [clusterCredentials(root.clusterName, region)],
    });
  }
}
