import type { Construct } from "constructs";
import { helmProvider } from "#providers";
import { clusterCredentials } from "../clusters/cluster-credentials";
import { ClusterLookup } from "../clusters/cluster-lookup";
import type { Fleet } from "../fleet/fleet";
import { ControllerRelease } from "../target-group-bindings/controller-release";
import { TargetGroupBindingRelease } from "../target-group-bindings/target-group-binding-release";
import { lookUpBindings, lookUpControllerRole } from "./fleet-lookups";
import { FleetStack } from "./fleet-stack";

/** Installs the controller into a cluster under helm delivery, and after it the cluster's TargetGroupBindings. */
export class BindingStack extends FleetStack {
  constructor(scope: Construct, fleet: Fleet, name: string) {
    super(scope, `binding-${name}`, fleet);
    const cluster = new ClusterLookup(this, "Cluster", { clusterName: name });
    new helmProvider.HelmProvider(this, "helm", {
      kubernetes: {
        host: cluster.clusterEndpoint,
        clusterCaCertificate: cluster.clusterCaCertificate,
        exec: clusterCredentials(cluster.clusterName, fleet.region),
      },
    });

    const controller = new ControllerRelease(this, "Controller", {
      clusterName: cluster.clusterName,
      region: fleet.region,
      vpcId: fleet.vpc,
      roleArn: lookUpControllerRole(this, name),
    });
    const bindings = new TargetGroupBindingRelease(this, "Bindings", {
      controller,
      bindings: lookUpBindings(this, fleet, name).map(({ binding }) => binding),
    });

    this.output("controller_release_name", "Name of the AWS Load Balancer Controller's Helm release", controller.releaseName);
    this.output("binding_release_name", "Name of the TargetGroupBindings' Helm release", bindings.releaseName);
  }
}
