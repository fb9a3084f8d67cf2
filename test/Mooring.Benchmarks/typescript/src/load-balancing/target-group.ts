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
      healthCheck: { path: props.healthCheckPath, matcher: "200", protocol: "HTTP" },
      lifecycle: { createBeforeDestroy: true },
    }).arn;
  }
}
