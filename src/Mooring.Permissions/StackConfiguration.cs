using System.Text.Json;

namespace Mooring.Permissions;

/// <summary>The Terraform JSON of a stack.</summary>
/// <param name="root">The JSON.</param>
internal sealed class StackConfiguration(JsonElement root)
{
    private const string Provider = "aws";

    /// <summary>Its resources, data sources and ephemeral resources of AWS.</summary>
    public IEnumerable<StackResource> Resources => [.. Of("resource", string.Empty), .. Of("data", "data."), .. Of("ephemeral", "ephemeral.")];

    /// <summary>A resource or data source by its address; <see langword="null"/> where there is none.</summary>
    /// <param name="address">The address: <c>aws_lb.LoadBalancer</c>, <c>data.aws_lb.LoadBalancer</c>.</param>
    public StackResource? Find(string address)
    {
        var isData = address.StartsWith("data.", StringComparison.Ordinal);
        return
            (isData ? address["data.".Length..] : address).Split('.') is [var type, var name]
            && Member(root, isData ? "data" : "resource") is { } all
            && Member(all, type) is { } named
            && Member(named, name) is { } found
            ? new StackResource(this, isData ? $"data.{type}" : type, found)
            : null;
    }

    /// <summary>The place of a provider.</summary>
    /// <param name="provider">The provider as resources name it: <c>aws.payments</c>; <see langword="null"/> for the default one.</param>
    public Place PlaceOf(string? provider)
    {
        var alias = provider?[(Provider.Length + 1)..];
        return Place.Of(root.GetProperty("provider").GetProperty(Provider).EnumerateArray().First(each => Member(each, "alias")?.GetString() == alias));
    }

    private static JsonElement? Member(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value : null;

    private IEnumerable<StackResource> Of(string block, string prefix) =>
        Member(root, block) is { } types
            ? types
                .EnumerateObject()
                .Where(type => type.Name.StartsWith($"{Provider}_", StringComparison.Ordinal))
                .SelectMany(type => type.Value.EnumerateObject().Select(each => new StackResource(this, $"{prefix}{type.Name}", each.Value)))
            : [];
}
