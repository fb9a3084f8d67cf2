using Constructs;
using HashiCorp.Cdktf;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines the name of a TargetGroupBinding so that it follows its target group when that is created again under its name, with another ARN. The
/// controller does not let a TargetGroupBinding change its ARN, so the one to the new target group needs a new name: the given one, a hyphen and the
/// last part of the new ARN. The ARN of the first target group is kept in the state of Terraform, so that the name is the given one until then.
/// </summary>
/// <remarks>
/// Needs Terraform 1.4. An id in every name would rename all TargetGroupBindings that are deployed, and no release can do that: Helm creates the new
/// TargetGroupBinding before it deletes the old one, and the controller refuses two of one target group.
/// </remarks>
/// <seealso href="https://developer.hashicorp.com/terraform/language/resources/terraform-data"/>
public class TargetGroupBindingName : Construct
{
    private static readonly string[] s_kept = ["input"];

    /// <summary>Defines the name.</summary>
    public TargetGroupBindingName(Construct scope, string id, TargetGroupBindingNameProps props)
        : base(scope, id)
    {
        var targetGroupId = Token.AsString(Fn.Element(Fn.Split("/", props.TargetGroupArn), 2));
        var first = new DataResource(
            this,
            "Default",
            new DataConfig
            {
                Input = new Dictionary<string, object> { ["targetGroupId"] = targetGroupId },
                Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = s_kept },
            }
        );

        // The id of the first target group is taken off again.
        var name = Fn.Trimsuffix($"{props.Name}-{targetGroupId}", $"-{first.GetStringAttribute("input.targetGroupId")}");
        // A reference has no quotes and may stand in any text, unlike the expression.
        Name = new TerraformLocal(this, "Name", name).AsString;
    }

    /// <summary>The name, a token.</summary>
    public string Name { get; }
}
