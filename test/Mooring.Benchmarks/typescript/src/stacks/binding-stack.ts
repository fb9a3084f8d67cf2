import type { Construct } from "constructs";
import { helmProvider, kubernetesProvider } from "#providers";
import { clusterCredentials } from "../clusters/cluster-credentials";
import { ClusterLookup } from "../clusters/cluster-lookup";
import { bindingsOf, clusterOf, type Fleet } from "../fleet/fleet";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import { ControllerCrds } from "../target-group-bindings/controller-crds";
import { ControllerRelease } from "../target-group-bindings/controller-release";
import { DestroyGuard } from "../target-group-bindings/destroy-guard";
import { ReleaseGuard } from "../target-group-bindings/release-guard";
import { TargetGroupBindingRelease } from "../target-group-bindings/target-group-binding-release";
import { lookUpBindings, lookUpControllerRole } from "./fleet-lookups";
import { FleetStack } from "./fleet-stack";

/** Installs the controller into a cluster under helm delivery, and after it the cluster's TargetGroupBindings. */
export class BindingStack extends FleetStack {
  constructor(scope: Construct, fleet: Fleet, name: string) {
    const stackName = `binding-${name}`;
    super(scope, stackName, fleet);
    const cluster = new ClusterLookup(this, "Cluster", { clusterName: name });
    this.defineProviders(cluster, fleet.region);

    const guard = new ReleaseGuard(this, "Guard", {
      clusterName: name,
      releaseNames: [CONTROLLER_SERVICE_ACCOUNT.name, ControllerCrds.releaseName, TargetGroupBindingRelease.releaseName],
      namespaces: [...new Set(bindingsOf(clusterOf(fleet, name)).map((binding) => binding.service.namespace))],
    });
    const controller = new ControllerRelease(this, "Controller", {
      clusterName: cluster.clusterName,
      region: fleet.region,
      vpcId: fleet.vpc,
      roleArn: lookUpControllerRole(this, name),
      crds: new ControllerCrds(this, "Crds", { guard }),
      guard,
    });
    const bindings = new TargetGroupBindingRelease(this, "Bindings", {
      controller,
      guard,
      bindings: lookUpBindings(this, fleet, name).map(({ binding }) => binding),
    });
    new DestroyGuard(this, "DestroyGuard", { bindings, stackName });

    this.output("controller_release_name", "Name of the AWS Load Balancer Controller's Helm release", controller.releaseName);
    this.output("binding_release_name", "Name of the TargetGroupBindings' Helm release", bindings.releaseName);
  }

  private defineProviders(cluster: ClusterLookup, region: string): void {
    const host = cluster.clusterEndpoint;
    const clusterCaCertificate = cluster.clusterCaCertificate;
    const credentials = clusterCredentials(cluster.clusterName, region);
    new helmProvider.HelmProvider(this, "helm", { kubernetes: { host, clusterCaCertificate, exec: credentials } });
    new kubernetesProvider.KubernetesProvider(this, "kubernetes", { host, clusterCaCertificate, exec: [credentials] });
  }
}
