import { Construct } from "constructs";
import { lbTargetGroup } from "#providers";

export interface TargetGroupProps {
  readonly targetGroupName: string;
  readonly vpcId: string;
  readonly healthCheckPath: string;
}

/** Defines a target group of nodes. */
export class TargetGroup extends Construct {
  readonly targetGroupArn: string;

  constructor(scope: Construct, id: string, props: TargetGroupProps) {
    super(scope, id);
    this.targetGroupArn = new lbTargetGroup.LbTargetGroup(this, "Default", {
      name: props.targetGroupName,
      vpcId: props.vpcId,
      targetType: "instance",
      protocol: "HTTP",
      port: 80,
      healthCheck: {
        path: props.healthCheckPath,
        matcher: "200",
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
      stickiness: { enabled: false, type: "lb_cookie" },
      loadBalancingAlgorithmType: "round_robin",
      loadBalancingAnomalyMitigation: "off",
      loadBalancingCrossZoneEnabled: "use_load_balancer_configuration",
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["target_control_port"] },
    }).arn;
  }
}
