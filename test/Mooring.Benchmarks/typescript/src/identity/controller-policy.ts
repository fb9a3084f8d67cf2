const READ_ACTIONS = [
  "ec2:DescribeVpcs",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeInstances",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
];

const WRITE_ACTIONS = [
  "elasticloadbalancing:ModifyTargetGroup",
  "elasticloadbalancing:ModifyTargetGroupAttributes",
  "elasticloadbalancing:RegisterTargets",
  "elasticloadbalancing:DeregisterTargets",
];

export interface ControllerPermissions {
  readonly clusterName: string;
  readonly targetGroupArns: readonly string[];
  /** Target groups that no binding names any more, with IAM's wildcards. */
  readonly removedTargetGroupArns: readonly string[];
}

/** What the AWS Load Balancer Controller may do, in JSON: it writes to the target groups named only. */
export function controllerPolicy({ clusterName, targetGroupArns, removedTargetGroupArns }: ControllerPermissions): string {
  const read = { Sid: "ReadTargets", Effect: "Allow", Action: READ_ACTIONS, Resource: "*" };
  const write = { Sid: "WriteTargets", Effect: "Allow", Action: WRITE_ACTIONS, Resource: targetGroupArns };
  const deregister = {
    Sid: "DeregisterRemovedTargets",
    Effect: "Allow",
    Action: ["elasticloadbalancing:DeregisterTargets"],
    Resource: removedTargetGroupArns,
  };
  const cleanUp = {
    Sid: "RemoveSecurityGroupRules",
    Effect: "Allow",
    Action: ["ec2:RevokeSecurityGroupIngress"],
    Resource: "*",
    Condition: { Null: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "false" } },
  };
  return JSON.stringify({
    Version: "2012-10-17",
    // IAM refuses a statement without resources.
    Statement: targetGroupArns.length > 0 ? [read, write, deregister, cleanUp] : [read, deregister, cleanUp],
  });
}
