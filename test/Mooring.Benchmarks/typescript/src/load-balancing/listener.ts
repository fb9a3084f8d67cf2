import { Construct } from "constructs";
import { lbListener } from "#providers";
import { toTerraform, type ListenerAction } from "./listener-action";

const RECOMMENDED_TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

export interface ListenerProps {
  readonly loadBalancerArn: string;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly certificateArn?: string;
  readonly defaultAction: ListenerAction;
}

/** Defines a listener of a load balancer. */
export class Listener extends Construct {
  readonly listenerArn: string;

  constructor(scope: Construct, id: string, props: ListenerProps) {
    super(scope, id);
    this.listenerArn = new lbListener.LbListener(this, "Default", {
      loadBalancerArn: props.loadBalancerArn,
      port: props.port,
      protocol: props.protocol,
      certificateArn: props.certificateArn,
      ...(props.protocol === "HTTPS" && { sslPolicy: RECOMMENDED_TLS_POLICY, mutualAuthentication: { mode: "off" } }),
      defaultAction: [toTerraform(props.defaultAction)],
      lifecycle: { ignoreChanges: ["tags"] },
    }).arn;
  }
}
