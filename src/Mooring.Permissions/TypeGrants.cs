using System.Text.Json;

namespace Mooring.Permissions;

/// <summary>What the provider needs for a type of resource or data source. All types are in <c>actions.json</c>.</summary>
internal sealed record TypeGrants
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The ARN of a resource of the type, with its attributes in braces.</summary>
    /// <value>Defaults to none: it has no ARN.</value>
    public string? Arn { get; init; }

    /// <summary>The grants.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>All types, by their names: <c>aws_lb</c>, <c>data.aws_lb</c>, <c>ephemeral.aws_eks_cluster_auth</c>.</summary>
    public static IReadOnlyDictionary<string, TypeGrants> All { get; } = Read();

    /// <summary>The grants of a type.</summary>
    /// <exception cref="ArgumentException">The table does not have the type.</exception>
    public static TypeGrants Of(string type) =>
        All.TryGetValue(type, out var known)
            ? known
            : throw new ArgumentException($"src/Mooring.Permissions/actions.json must say what Terraform needs for {type}, and has nothing", nameof(type));

    private static Dictionary<string, TypeGrants> Read()
    {
        using var stream = typeof(TypeGrants).Assembly.GetManifestResourceStream("actions.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, TypeGrants>>(stream, s_options)!;
    }
}
