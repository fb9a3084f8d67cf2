/** What the fleet file declares: the keys of the sample fleet, and no others. */
export interface Fleet {
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  readonly account: string;
  readonly vpc: string;
  readonly argoCd?: { readonly cluster: string };
  readonly loadBalancers: Readonly<Record<string, LoadBalancerSpec>>;
  readonly clusters: Readonly<Record<string, ClusterSpec>>;
}

export interface LoadBalancerSpec {
  readonly scheme: "internet-facing" | "internal";
  readonly subnets: readonly string[];
  readonly ingressCidrs: readonly string[];
  readonly listeners: Readonly<Record<string, ListenerSpec>>;
}

export interface ListenerSpec {
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly certificate?: string;
  readonly defaultAction: ActionSpec;
  readonly rules?: readonly RuleSpec[];
}

export interface ActionSpec {
  readonly forward?: { readonly targetGroups: readonly ForwardTargetGroupSpec[] };
  readonly redirect?: { readonly protocol: string; readonly port: number };
  readonly fixedResponse?: { readonly statusCode: number; readonly body: string };
}

export interface ForwardTargetGroupSpec {
  readonly cluster: string;
  readonly weight?: number;
}

export interface RuleSpec extends ActionSpec {
  readonly name: string;
  readonly priority: number;
  readonly hosts: readonly string[];
}

export interface ClusterSpec {
  readonly version: string;
  readonly delivery?: "helm" | "argocd";
  readonly subnets: readonly string[];
  readonly nodeGroups: Readonly<Record<string, NodeGroupSpec>>;
  readonly bindings?: readonly BindingSpec[];
}

export interface NodeGroupSpec {
  readonly instanceTypes: readonly string[];
  readonly minSize: number;
  readonly maxSize: number;
}

export interface BindingSpec {
  readonly loadBalancer: string;
  readonly service: { readonly namespace: string; readonly name: string; readonly port: number | string };
  readonly targetGroup: { readonly healthCheck: { readonly path: string } };
}

/** The cluster of a name. */
export function clusterOf(fleet: Fleet, name: string): ClusterSpec {
  const cluster = fleet.clusters[name];
  if (cluster === undefined) {
    throw new Error(`There is no cluster '${name}'.`);
  }
  return cluster;
}

/** The bindings of a cluster, none where it declares none. */
export function bindingsOf(cluster: ClusterSpec): readonly BindingSpec[] {
  return cluster.bindings ?? [];
}

/** Whether Argo CD delivers to a cluster; Terraform does where the cluster does not say. */
export function isDeliveredByArgoCd(cluster: ClusterSpec): boolean {
  return cluster.delivery === "argocd";
}

/** Whether the AWS Load Balancer Controller runs in a cluster. */
export function hasController(cluster: ClusterSpec): boolean {
  return isDeliveredByArgoCd(cluster) || bindingsOf(cluster).length > 0;
}
