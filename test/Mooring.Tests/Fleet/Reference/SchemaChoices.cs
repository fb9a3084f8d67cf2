using System.Text.Json.Nodes;
using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Writes which keys of a record exclude each other: exactly one of them must be given, or at most one may be.</summary>
internal static class SchemaChoices
{
    /// <summary>The keys of each choice, and whether one of them must be given.</summary>
    public static IReadOnlyList<(Type Record, bool IsRequired, string[] Keys)> All { get; } =
    [
        (typeof(BackendSpec), false, ["local", "s3", "cloud"]),
        (typeof(ControllerSpec), false, ["version", "chartVersion"]),
        (typeof(LoadBalancerSpec), false, ["existing", "adopt"]),
        (typeof(ActionSpec), true, ["forward", "redirect", "fixedResponse"]),
        (typeof(RuleSpec), true, ["forward", "redirect", "fixedResponse"]),
        (typeof(ForwardTargetGroupSpec), true, ["cluster", "targetGroup"]),
        (typeof(AuthenticateSpec), true, ["oidc", "cognito"]),
        (typeof(BindingSpec), true, ["loadBalancer", "existingTargetGroup"]),
        (typeof(ExistingTargetGroupSpec), true, ["arn", "name"]),
        (typeof(PeerSpec), true, ["cidr", "securityGroup"]),
        (typeof(LaunchTemplateSpec), true, ["id", "name"]),
        (typeof(UpdateConfigSpec), true, ["maxUnavailable", "maxUnavailablePercentage"]),
    ];

    /// <summary>Adds the choices of a record to its schema.</summary>
    public static void AddTo(JsonObject schema, Type record)
    {
        foreach (var choice in All.Where(choice => choice.Record == record))
        {
            if (choice.IsRequired)
            {
                schema["oneOf"] = new JsonArray([.. choice.Keys.Select(key => Requires(key))]);
            }
            else
            {
                var pairs = choice.Keys.SelectMany((key, index) => choice.Keys.Skip(index + 1).Select(other => Requires(key, other)));
                schema["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. pairs]) };
            }
        }
    }

    private static JsonObject Requires(params string[] keys) => new() { ["required"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]) };
}
