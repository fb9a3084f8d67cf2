using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mooring.Permissions;

/// <summary>A resource or a data source in the Terraform JSON of a stack.</summary>
/// <param name="stack">The stack.</param>
/// <param name="type">The type: <c>aws_lb</c>, <c>data.aws_lb</c>.</param>
/// <param name="attributes">The attributes that the JSON has.</param>
internal sealed partial class StackResource(StackConfiguration stack, string type, JsonElement attributes)
{
    /// <summary>What stands for a text that is not known before Terraform applies it. IAM takes it for any text.</summary>
    public const string Any = "*";

    /// <summary>The type.</summary>
    public string Type => type;

    /// <summary>Where it is.</summary>
    public Place Place { get; } = stack.PlaceOf(attributes.TryGetProperty("provider", out var provider) ? provider.GetString() : null);

    /// <summary>Its ARN, as far as it is known.</summary>
    public string Arn => TypeGrants.Of(type).Arn is { } template ? ArnTemplate.Expand(template, this) : Any;

    /// <summary>Whether it has an attribute or a block, at any depth.</summary>
    public bool Has(string name) => Has(attributes, name);

    /// <summary>
    /// The text of an attribute, or of an attribute of what it refers to: <c>listener_arn.load_balancer_arn.name</c> is the name of the load balancer of
    /// the listener, and <c>compute_config.node_role_arn</c> is in a block. <see langword="null"/> where the last attribute is not set.
    /// </summary>
    public string? Text(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (!attributes.TryGetProperty(dot < 0 ? path : path[..dot], out var attribute))
        {
            return dot < 0 ? null : Any;
        }

        if (attribute.ValueKind == JsonValueKind.Object && dot >= 0)
        {
            return new StackResource(stack, type, attribute).Text(path[(dot + 1)..]);
        }

        if (attribute.ValueKind != JsonValueKind.String)
        {
            return dot < 0 ? null : Any;
        }

        var text = attribute.GetString()!;
        var reference = Reference().Match(text);
        var referred = reference.Success ? stack.Find(reference.Groups["address"].Value) : null;
        return (dot, referred) switch
        {
            (>= 0, null) => Any,
            (>= 0, _) => referred.Text(path[(dot + 1)..]),
            (_, null) => Expression().Replace(text, Any),
            _ when reference.Groups["attribute"].Value is "arn" => referred.Arn,
            _ when reference.Groups["attribute"].Value is "id" or "name" => referred.Text("name") ?? Any,
            _ => Any,
        };
    }

    private static bool Has(JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(member => member.Name == name || Has(member.Value, name)),
            JsonValueKind.Array => value.EnumerateArray().Any(element => Has(element, name)),
            _ => false,
        };

    [GeneratedRegex(@"^\$\{(?<address>(data\.)?\w+\.[\w-]+)\.(?<attribute>\w+)\}$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Expression();
}
