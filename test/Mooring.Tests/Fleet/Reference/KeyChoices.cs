using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The records that have exactly one of some keys.</summary>
internal static class KeyChoices
{
    private static readonly string[] s_action = ["forward", "redirect", "fixedResponse"];

    private static readonly Dictionary<Type, string[]> s_choices = new()
    {
        [typeof(ActionSpec)] = s_action,
        [typeof(RuleSpec)] = s_action,
        [typeof(AuthenticateSpec)] = ["oidc", "cognito"],
        [typeof(ForwardTargetGroupSpec)] = ["cluster", "targetGroup"],
        [typeof(BindingSpec)] = ["loadBalancer", "existingTargetGroup"],
        [typeof(ExistingTargetGroupSpec)] = ["arn", "name"],
        [typeof(PeerSpec)] = ["cidr", "securityGroup"],
    };

    /// <summary>The records that have a choice.</summary>
    public static IReadOnlyCollection<Type> Records => s_choices.Keys;

    /// <summary>The keys of a record of which a fleet file gives exactly one.</summary>
    public static IReadOnlyList<string> Of(Type record) => s_choices.GetValueOrDefault(record, []);
}
