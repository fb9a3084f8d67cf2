import { Construct } from "constructs";
import { bindingsOf, type ActionSpec, type Fleet, type ListenerSpec, type LoadBalancerSpec } from "../fleet/fleet";
import { loadBalancerName, targetGroupName } from "../fleet/names";
import { ApplicationLoadBalancer } from "../load-balancing/application-load-balancer";
import { Listener } from "../load-balancing/listener";
import type { ListenerAction } from "../load-balancing/listener-action";
import { ListenerRule } from "../load-balancing/listener-rule";
import { TargetGroup } from "../load-balancing/target-group";
import { FleetStack } from "./fleet-stack";

/** The ports that Kubernetes gives Services on nodes. */
const NODE_PORTS: readonly [number, number] = [30000, 32767];

/** Whether a cluster has a binding to a load balancer. */
function isBound(fleet: Fleet, loadBalancer: string): boolean {
  return Object.values(fleet.clusters).some((cluster) => bindingsOf(cluster).some((binding) => binding.loadBalancer === loadBalancer));
}

/** Defines a load balancer, its listeners and rules, and the target group of every binding to it. */
export class LoadBalancerStack extends FleetStack {
  /** ARNs of the bindings' target groups, by cluster. */
  private readonly targetGroupArns = new Map<string, string>();

  constructor(scope: Construct, fleet: Fleet, name: string, spec: LoadBalancerSpec) {
    super(scope, `load-balancer-${name}`, fleet);
    const loadBalancer = new ApplicationLoadBalancer(this, "LoadBalancer", {
      loadBalancerName: loadBalancerName(fleet, name),
      isInternal: spec.scheme === "internal",
      vpcId: fleet.vpc,
      subnetIds: spec.subnets,
      ingressCidrs: spec.ingressCidrs,
      ingressPorts: Object.values(spec.listeners).map((listener) => listener.port),
      egressPorts: isBound(fleet, name) ? [NODE_PORTS] : [],
    });
    this.defineTargetGroups(fleet, name);
    for (const [listenerName, listener] of Object.entries(spec.listeners)) {
      this.defineListener(loadBalancer.loadBalancerArn, listenerName, listener);
    }

    this.output("load_balancer_arn", "ARN of the load balancer", loadBalancer.loadBalancerArn);
    this.output("load_balancer_dns_name", "DNS name that records point at", loadBalancer.loadBalancerDnsName);
    this.output("load_balancer_zone_id", "Id of the hosted zone for Route 53 alias records", loadBalancer.loadBalancerZoneId);
    this.output(
      "target_group_arns",
      "ARN of each binding's target group, by cluster and binding",
      Object.fromEntries([...this.targetGroupArns].map(([cluster, arn]) => [`${cluster}/${name}`, arn])),
    );
  }

  private defineTargetGroups(fleet: Fleet, loadBalancer: string): void {
    for (const [clusterName, cluster] of Object.entries(fleet.clusters)) {
      const binding = bindingsOf(cluster).find((candidate) => candidate.loadBalancer === loadBalancer);
      if (binding !== undefined) {
        const scope = new Construct(this, `TargetGroup-${clusterName}`);
        const targetGroup = new TargetGroup(scope, loadBalancer, {
          targetGroupName: targetGroupName(fleet, clusterName, binding),
          vpcId: fleet.vpc,
          healthCheckPath: binding.targetGroup.healthCheck.path,
        });
        this.targetGroupArns.set(clusterName, targetGroup.targetGroupArn);
      }
    }
  }

  private defineListener(loadBalancerArn: string, name: string, spec: ListenerSpec): void {
    const listener = new Listener(this, `Listener-${name}`, {
      loadBalancerArn,
      port: spec.port,
      protocol: spec.protocol,
      certificateArn: spec.certificate,
      defaultAction: this.toAction(spec.defaultAction),
    });
    for (const rule of spec.rules ?? []) {
      new ListenerRule(listener, `Rule-${rule.name}`, {
        listenerArn: listener.listenerArn,
        priority: rule.priority,
        hosts: rule.hosts,
        action: this.toAction(rule),
      });
    }
  }

  private toAction(spec: ActionSpec): ListenerAction {
    if (spec.forward !== undefined) {
      const targetGroups = spec.forward.targetGroups.map(({ cluster, weight = 1 }) => ({
        targetGroupArn: this.targetGroupArnOf(cluster),
        weight,
      }));
      return { type: "forward", targetGroups };
    }
    if (spec.redirect !== undefined) {
      return { type: "redirect", ...spec.redirect };
    }
    if (spec.fixedResponse !== undefined) {
      return { type: "fixed-response", ...spec.fixedResponse };
    }
    throw new Error("An action must have one of 'forward', 'redirect' and 'fixedResponse'.");
  }

  private targetGroupArnOf(cluster: string): string {
    const arn = this.targetGroupArns.get(cluster);
    if (arn === undefined) {
      throw new Error(`Cluster '${cluster}' has no binding to the load balancer.`);
    }
    return arn;
  }
}
