import { Construct } from "constructs";
import { vpcSecurityGroupIngressRule } from "#providers";

export interface NodeIngressProps {
  readonly clusterSecurityGroupId: string;
  readonly loadBalancerSecurityGroupId: string;
}

/** Lets a load balancer in on the node ports of a cluster. */
export class NodeIngress extends Construct {
  constructor(scope: Construct, id: string, props: NodeIngressProps) {
    super(scope, id);
    new vpcSecurityGroupIngressRule.VpcSecurityGroupIngressRule(this, "Default", {
      securityGroupId: props.clusterSecurityGroupId,
      referencedSecurityGroupId: props.loadBalancerSecurityGroupId,
      description: "From the load balancer",
      ipProtocol: "tcp",
      fromPort: 30000,
      toPort: 32767,
    });
  }
}
