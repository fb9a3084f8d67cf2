import { Construct } from "constructs";
import { lbListenerRule } from "#providers";
import { toTerraform, type ListenerAction } from "./listener-action";

export interface ListenerRuleProps {
  readonly listenerArn: string;
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly action: ListenerAction;
}

/** Defines a rule of a listener. */
export class ListenerRule extends Construct {
  constructor(scope: Construct, id: string, props: ListenerRuleProps) {
    super(scope, id);
    new lbListenerRule.LbListenerRule(this, "Default", {
      listenerArn: props.listenerArn,
      priority: props.priority,
      condition: [{ hostHeader: { values: [...props.hosts] } }],
      action: [toTerraform(props.action)],
      lifecycle: { ignoreChanges: ["tags", "transform"] },
    });
  }
}
