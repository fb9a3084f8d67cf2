using System.Text.Json;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Editing;
using Mooring.Stacks;

namespace Mooring.Shift.Plans;

/// <summary>The resource of Terraform that has an action's weights: a rule, or a listener with its default action.</summary>
/// <param name="Address">Its address in the stack: <c>aws_lb_listener_rule.Listener-https_Rule-shop_AB33044E</c>.</param>
/// <param name="Attribute">Its attribute that has the weights.</param>
internal sealed record ForwardingResource(string Address, string Attribute)
{
    /// <summary>Name of the stack of an action's load balancer.</summary>
    public static string StackOf(ActionAddress address, FleetSpec fleet) =>
        StackKind.LoadBalancer.StackOf(OriginalNames.LoadBalancer(fleet, address.LoadBalancer));

    /// <summary>Finds the resource in its stack, by the path of the construct that CDKTF records with it.</summary>
    /// <param name="address">The action.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="stack">The Terraform JSON of the stack.</param>
    public static ForwardingResource Of(ActionAddress address, FleetSpec fleet, JsonElement stack)
    {
        var listener = $"{StackOf(address, fleet)}/Listener-{address.Listener}";
        var (type, path, attribute) = address.Rule is null
            ? ("aws_lb_listener", $"{listener}/Default", "default_action")
            : ("aws_lb_listener_rule", $"{listener}/Rule-{address.Rule}/Default", "action");
        var resource = stack.GetProperty("resource").GetProperty(type).EnumerateObject().Single(each => PathOf(each.Value) == path);
        return new($"{type}.{resource.Name}", attribute);
    }

    private static string? PathOf(JsonElement resource) => resource.GetProperty("//").GetProperty("metadata").GetProperty("path").GetString();
}
