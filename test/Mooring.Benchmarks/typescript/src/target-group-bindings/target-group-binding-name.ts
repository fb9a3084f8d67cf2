import { DataResource, Fn, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";

export interface TargetGroupBindingNameProps {
  readonly name: string;
  readonly targetGroupArn: string;
}

/** Defines the name of a TargetGroupBinding, to which the id of a target group that was created again is added. */
export class TargetGroupBindingName extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: TargetGroupBindingNameProps) {
    super(scope, id);
    const targetGroupId = Token.asString(Fn.element(Fn.split("/", props.targetGroupArn), 2));
    const first = new DataResource(this, "Default", {
      input: { targetGroupId },
      lifecycle: { ignoreChanges: ["input"] },
    });
    // The id of the first target group is taken off again.
    const name = Fn.trimsuffix(`${props.name}-${targetGroupId}`, `-${first.getStringAttribute("input.targetGroupId")}`);
    this.name = new TerraformLocal(this, "Name", name).asString;
  }
}
