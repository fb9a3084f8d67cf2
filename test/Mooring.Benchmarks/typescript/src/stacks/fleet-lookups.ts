import type { Construct } from "constructs";
import { dataAwsIamRole, dataAwsLbTargetGroup } from "#providers";
import { bindingsOf, clusterOf, type BindingSpec, type Fleet } from "../fleet/fleet";
import { controllerRoleName, targetGroupBindingName, targetGroupName } from "../fleet/names";
import type { TargetGroupBinding } from "../target-group-bindings/target-group-binding";
import { TargetGroupBindingName } from "../target-group-bindings/target-group-binding-name";

/** Finds, in a stack, the ARN of the role that a cluster's controller has. */
export function lookUpControllerRole(stack: Construct, cluster: string): string {
  return new dataAwsIamRole.DataAwsIamRole(stack, "ControllerRole", { name: controllerRoleName(cluster) }).arn;
}

export interface BindingLookup {
  readonly targetGroup: dataAwsLbTargetGroup.DataAwsLbTargetGroup;
  readonly binding: TargetGroupBinding;
}

/** Finds, in a stack, the target groups of a cluster's bindings. */
export function lookUpBindings(stack: Construct, fleet: Fleet, cluster: string): BindingLookup[] {
  return bindingsOf(clusterOf(fleet, cluster)).map((binding) => lookUpBinding(stack, fleet, cluster, binding));
}

function lookUpBinding(stack: Construct, fleet: Fleet, cluster: string, binding: BindingSpec): BindingLookup {
  const targetGroup = new dataAwsLbTargetGroup.DataAwsLbTargetGroup(stack, `TargetGroup-${binding.loadBalancer}`, {
    name: targetGroupName(fleet, cluster, binding),
  });
  const name = targetGroupBindingName(fleet, cluster, binding);
  return {
    targetGroup,
    binding: {
      name: new TargetGroupBindingName(stack, `BindingName-${name}`, { name, targetGroupArn: targetGroup.arn }).name,
      namespace: binding.service.namespace,
      targetGroupArn: targetGroup.arn,
      serviceName: binding.service.name,
      servicePort: binding.service.port,
    },
  };
}
