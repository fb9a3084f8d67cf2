import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { bindingsOf, hasController, isDeliveredByArgoCd, type Fleet } from "../fleet/fleet";
import { BindingStack } from "./binding-stack";
import { ClusterStack } from "./cluster-stack";
import { LoadBalancerStack } from "./load-balancer-stack";
import { RegistrationStack } from "./registration-stack";

/** Adds the stacks of a fleet to an app, in their order: load balancers, then clusters, then what puts the two together. */
export function addFleet(app: Construct, fleet: Fleet): void {
  const loadBalancers = mapValues(fleet.loadBalancers, (name, spec) => new LoadBalancerStack(app, fleet, name, spec));
  const clusters = mapValues(fleet.clusters, (name, spec) => new ClusterStack(app, fleet, name, spec));
  const rootCluster = fleet.argoCd?.cluster;
  const root = rootCluster === undefined ? undefined : clusters.get(rootCluster);
  for (const [name, spec] of Object.entries(fleet.clusters)) {
    const cluster = clusters.get(name);
    const bound = bindingsOf(spec).map((binding) => loadBalancers.get(binding.loadBalancer));
    // IAM refuses a trust policy that names a role which does not exist.
    dependOn(cluster, [...bound, root === cluster ? undefined : root]);

    if (rootCluster !== undefined && (rootCluster !== name || isDeliveredByArgoCd(spec))) {
      dependOn(new RegistrationStack(app, fleet, name, rootCluster), [...bound, root, cluster]);
    }

    if (!isDeliveredByArgoCd(spec) && hasController(spec)) {
      dependOn(new BindingStack(app, fleet, name), [...bound, cluster]);
    }
  }
}

function dependOn(stack: TerraformStack | undefined, dependencies: readonly (TerraformStack | undefined)[]): void {
  for (const dependency of new Set(dependencies)) {
    if (dependency !== undefined) {
      stack?.addDependency(dependency);
    }
  }
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (name: string, value: T) => R): Map<string, R> {
  return new Map(Object.entries(record).map(([name, value]) => [name, map(name, value)]));
}
