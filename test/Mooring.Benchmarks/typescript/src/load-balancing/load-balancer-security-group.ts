import type { Construct } from "constructs";
import { securityGroup, vpcSecurityGroupEgressRule, vpcSecurityGroupIngressRule } from "#providers";

export interface LoadBalancerSecurityGroupProps {
  readonly loadBalancerName: string;
  readonly vpcId: string;
  readonly ingressCidrs: readonly string[];
  readonly ingressPorts: readonly number[];
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
  new vpcSecurityGroupEgressRule.VpcSecurityGroupEgressRule(loadBalancer, "Egress", {
    securityGroupId: group.id,
    cidrIpv4: "0.0.0.0/0",
    description: "To targets",
    ipProtocol: "-1",
  });
  return group.id;
}
