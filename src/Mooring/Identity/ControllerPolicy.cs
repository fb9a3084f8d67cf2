using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>What the AWS Load Balancer Controller may do. The policies are the data files beside this one.</summary>
public static class ControllerPolicy
{
    // ARNs and names of roles contain characters, such as '+', that JSON does not require to be escaped.
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The nine actions that the controller's documentation lists for a controller that only serves TargetGroupBindings, on all resources.
    /// </summary>
    /// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/#special-iam-cases"/>
    public static string Documented { get; } = Of(new ControllerPermissions { Profile = ControllerPolicyProfile.Documented });

    /// <summary>One policy, in JSON, that grants the permissions and no others. ARNs and names may be tokens.</summary>
    /// <exception cref="ArgumentException">A profile that names target groups has none, or an ARN is not valid.</exception>
    public static string Of(ControllerPermissions permissions)
    {
        foreach (var (property, fault) in ControllerPermissionLimits.Faults(permissions))
        {
            Limit.Require(property, fault);
        }

        var policy = Load(permissions.Profile.Word(), ("<target-group-arns>", permissions.TargetGroupArns ?? []));
        if (permissions.RemovedTargetGroupArns.Count > 0 && permissions.Profile != ControllerPolicyProfile.Documented)
        {
            Merge(policy, Load("deregister", ("<target-group-arns>", permissions.RemovedTargetGroupArns)));
        }

        if (permissions.NetworkingClusterName is { } clusterName)
        {
            Merge(policy, Load("networking", ("<cluster-name>", [clusterName])));
        }
        else if (permissions.ClusterName is { } cleanedUp)
        {
            Merge(policy, Load("clean-up", ("<cluster-name>", [cleanedUp])));
        }

        if (permissions.AssumableRoleArns.Count > 0)
        {
            Merge(policy, Load("cross-account", ("<role-arns>", permissions.AssumableRoleArns)));
        }

        return policy.ToJsonString(s_json);
    }

    /// <summary>A policy of the data files with one or several values for its placeholder.</summary>
    private static JsonObject Load(string name, (string Name, IReadOnlyList<string> Values) place)
    {
        using var stream = typeof(ControllerPolicy).Assembly.GetManifestResourceStream($"Mooring.Identity.Policies.{name}.json")!;
        var policy = JsonNode.Parse(stream)!.AsObject();
        var filled = Statements(policy).Select(statement => Fill(statement!, place)!).Where(HasResources).ToArray();
        policy["Statement"] = new JsonArray(filled);
        return policy;
    }

    /// <summary>A copy of a part of a policy: a text that is the place becomes its values, a key that holds it holds its only one.</summary>
    private static JsonNode? Fill(JsonNode? node, (string Name, IReadOnlyList<string> Values) place) =>
        node switch
        {
            JsonObject fields => new JsonObject(
                fields.Select(field =>
                    KeyValuePair.Create(
                        field.Key.Contains(place.Name, StringComparison.Ordinal)
                            ? field.Key.Replace(place.Name, place.Values[0], StringComparison.Ordinal)
                            : field.Key,
                        Fill(field.Value, place)
                    )
                )
            ),
            JsonArray entries => new JsonArray([.. entries.Select(entry => Fill(entry, place))]),
            JsonValue value when value.GetValue<string>() == place.Name => new JsonArray([.. place.Values.Select(text => JsonValue.Create(text))]),
            _ => node?.DeepClone(),
        };

    /// <summary>IAM refuses a statement without resources; one that would be about none is left out.</summary>
    private static bool HasResources(JsonNode statement) => statement["Resource"] is not JsonArray { Count: 0 };

    private static void Merge(JsonObject policy, JsonObject other)
    {
        foreach (var statement in Statements(other))
        {
            Statements(policy).Add(statement!.DeepClone());
        }
    }

    private static JsonArray Statements(JsonObject policy) => policy["Statement"]!.AsArray();
}
