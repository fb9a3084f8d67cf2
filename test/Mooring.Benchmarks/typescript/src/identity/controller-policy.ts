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

/** What the AWS Load Balancer Controller may do, in JSON: it writes to the target groups named only. */
export function controllerPolicy(targetGroupArns: readonly string[]): string {
  const read = { Sid: "ReadTargets", Effect: "Allow", Action: READ_ACTIONS, Resource: "*" };
  const write = { Sid: "WriteTargets", Effect: "Allow", Action: WRITE_ACTIONS, Resource: targetGroupArns };
  return JSON.stringify({
    Version: "2012-10-17",
    // IAM refuses a statement without resources.
    Statement: targetGroupArns.length > 0 ? [read, write] : [read],
  });
}
