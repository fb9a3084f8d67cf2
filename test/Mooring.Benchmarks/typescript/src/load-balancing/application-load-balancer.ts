import { Construct } from "constructs";
import { lb } from "#providers";
import { defineLoadBalancerSecurityGroup } from "./load-balancer-security-group";

export interface ApplicationLoadBalancerProps {
  readonly loadBalancerName: string;
  readonly isInternal: boolean;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly ingressCidrs: readonly string[];
  readonly ingressPorts: readonly number[];
}

/** Defines an Application Load Balancer, which nobody destroys by accident, and its security group. */
export class ApplicationLoadBalancer extends Construct {
  readonly loadBalancerArn: string;
  readonly loadBalancerDnsName: string;
  readonly loadBalancerZoneId: string;

  constructor(scope: Construct, id: string, props: ApplicationLoadBalancerProps) {
    super(scope, id);
    const loadBalancer = new lb.Lb(this, "Default", {
      name: props.loadBalancerName,
      loadBalancerType: "application",
      internal: props.isInternal,
      subnets: [...props.subnetIds],
      securityGroups: [defineLoadBalancerSecurityGroup(this, props)],
      enableDeletionProtection: true,
      lifecycle: { preventDestroy: true },
    });
    this.loadBalancerArn = loadBalancer.arn;
    this.loadBalancerDnsName = loadBalancer.dnsName;
    this.loadBalancerZoneId = loadBalancer.zoneId;
  }
}
