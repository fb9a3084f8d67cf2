/** Binds a Service of a cluster to a target group. */
export interface TargetGroupBinding {
  readonly name: string;
  readonly namespace: string;
  readonly targetGroupArn: string;
  readonly serviceName: string;
  readonly servicePort: number | string;
}

/** What the chart of TargetGroupBindings is told of one of them. */
export function toValues(binding: TargetGroupBinding): Record<string, unknown> {
  return {
    name: binding.name,
    namespace: binding.namespace,
    targetType: "instance",
    targetGroupARN: binding.targetGroupArn,
    serviceRef: { name: binding.serviceName, port: binding.servicePort },
    nodeSelector: {
      matchExpressions: [
        { key: "exclude-from-lb-targetgroups", operator: "DoesNotExist" },
        { key: "eks.amazonaws.com/compute-type", operator: "NotIn", values: ["hybrid"] },
      ],
    },
  };
}
