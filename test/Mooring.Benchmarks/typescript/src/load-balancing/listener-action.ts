import type { lbListener, lbListenerRule } from "#providers";

export interface WeightedTargetGroup {
  readonly targetGroupArn: string;
  readonly weight: number;
}

export type ListenerAction =
  | { readonly type: "forward"; readonly targetGroups: readonly WeightedTargetGroup[] }
  | { readonly type: "redirect"; readonly protocol: string; readonly port: number }
  | { readonly type: "fixed-response"; readonly statusCode: number; readonly body: string };

/** An action as Terraform has it, of a listener and of a rule alike. */
export function toTerraform(action: ListenerAction): lbListener.LbListenerDefaultAction & lbListenerRule.LbListenerRuleAction {
  switch (action.type) {
    case "forward":
      return {
        type: action.type,
        forward: {
          targetGroup: action.targetGroups.map(({ targetGroupArn, weight }) => ({ arn: targetGroupArn, weight })),
          stickiness: { enabled: false, duration: 3600 },
        },
      };
    case "redirect":
      return {
        type: action.type,
        redirect: { statusCode: "HTTP_301", protocol: action.protocol, port: `${action.port}` },
      };
    case "fixed-response":
      return {
        type: action.type,
        fixedResponse: { statusCode: `${action.statusCode}`, contentType: "text/plain", messageBody: action.body },
      };
  }
}
