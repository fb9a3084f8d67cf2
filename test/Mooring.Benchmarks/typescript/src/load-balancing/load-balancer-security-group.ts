import type { Construct } from "constructs";
import { securityGroup, vpcSecurityGroupEgressRule, vpcSecurityGroupIngressRule } from "#providers";

export interface LoadBalancerSecurityGroupProps {
  readonly loadBalancerName: string;
  readonly vpcId: string;
  readonly ingressCidrs: readonly string[];
  readonly ingressPorts: readonly number[];
  /** First and last port of each range that it may connect to. */
  readonly egressPorts: readonly (readonly [number, number])[];
}

/** Defines the security group of a load balancer, as children of it, and returns the group's id. */
export function defineLoadBalancerSecurityGroup(loadBalancer: Construct, props: LoadBalancerSecurityGroupProps): string {
  const group = new securityGroup.SecurityGroup(loadBalancer, "SecurityGroup", {
    name: props.loadBalancerName,
    description: `Application Load Balancer ${props.loadBalancerName}`,
    vpcId: props.vpcId,
  });
  for (const port of new Set(props.ingressPorts)) {
    for (const cidr of new Set(props.ingressCidrs)) {
      new vpcSecurityGroupIngressRule.VpcSecurityGroupIngressRule(loadBalancer, `Ingress-${port}-${cidr}`, {
        securityGroupId: group.id,
        ...(cidr.includes(":") ? { cidrIpv6: cidr } : { cidrIpv4: cidr }),
        description: "From clients",
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
      });
    }
  }
  const toTargets = props.egressPorts.map(
    ([fromPort, toPort]) =>
      new vpcSecurityGroupEgressRule.VpcSecurityGroupEgressRule(loadBalancer, `Egress-${fromPort}`, {
        securityGroupId: group.id,
        cidrIpv4: "0.0.0.0/0",
        description: "To targets",
        ipProtocol: "tcp",
        fromPort,
        toPort,
        lifecycle: { createBeforeDestroy: true },
      }),
  );
  new vpcSecurityGroupEgressRule.VpcSecurityGroupEgressRule(loadBalancer, "Egress", {
    securityGroupId: group.id,
    cidrIpv4: "0.0.0.0/0",
    description: "Path MTU Discovery",
    ipProtocol: "icmp",
    fromPort: 3,
    toPort: 4,
    ...(toTargets.length > 0 ? { dependsOn: toTargets } : {}),
  });
  return group.id;
}
