import { Construct } from "constructs";
import { configMapV1 } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";
import type { TargetGroupBindingRelease } from "./target-group-binding-release";

export interface DestroyGuardProps {
  readonly bindings: TargetGroupBindingRelease;
  readonly stackName: string;
}

/** Defines a ConfigMap that is destroyed before the bindings, and whose destruction fails where the cluster cannot be reached. */
export class DestroyGuard extends Construct {
  constructor(scope: Construct, id: string, props: DestroyGuardProps) {
    super(scope, id);
    new configMapV1.ConfigMapV1(this, "Default", {
      metadata: { name: `${props.bindings.releaseName}-guard`, namespace: CONTROLLER_SERVICE_ACCOUNT.namespace },
      data: { stack: props.stackName },
      dependsOn: [props.bindings.dependable],
    });
  }
}
