using System.Globalization;
using Mooring.Fleet;

namespace Mooring.Page.Model;

/// <summary>Says what a rule or a default action does with requests.</summary>
internal static class ActionWords
{
    /// <summary>The action: a property for each thing that it does.</summary>
    public static IEnumerable<PartDetail> Of(IActionSpec action) =>
        action switch
        {
            { Forward: { } forward } => OfForward(forward),
            { Redirect: { } redirect } => [new("redirect", $"{redirect.StatusCode} to {UrlOf(redirect)}")],
            { FixedResponse: { } response } => [new("fixed response", string.Join(' ', new[] { $"{response.StatusCode}", response.Body }.OfType<string>()))],
            _ => [],
        };

    private static IEnumerable<PartDetail> OfForward(ForwardSpec forward)
    {
        if (forward.Authenticate is { } authenticate)
        {
            yield return new("authentication", authenticate.Cognito is null ? "OpenID Connect" : "Amazon Cognito");
        }

        if (forward.JwtValidation is { } validation)
        {
            yield return new("token", $"of {validation.Issuer}");
        }

        if (forward.Stickiness is { } seconds)
        {
            yield return new("stickiness", $"{seconds} seconds");
        }

        var total = forward.TargetGroups.Sum(target => target.Weight);
        foreach (var target in forward.TargetGroups)
        {
            yield return new($"to {NameOf(target)}", forward.TargetGroups.Count == 1 ? "all" : $"weight {target.Weight} of {total}");
        }
    }

    private static string NameOf(ForwardTargetGroupSpec target) =>
        target.TargetGroup ?? (target.Binding is { } binding ? $"{target.Cluster}/{binding}" : target.Cluster ?? string.Empty);

    private static string UrlOf(RedirectSpec redirect)
    {
        var protocol = redirect.Protocol?.Word() ?? "#{protocol}";
        var port = redirect.Port?.ToString(CultureInfo.InvariantCulture) ?? "#{port}";
        var query = redirect.Query is { Length: > 0 } text ? $"?{text}" : string.Empty;
        return $"{protocol}://{redirect.Host ?? "#{host}"}:{port}{redirect.Path ?? "/#{path}"}{query}";
    }
}
