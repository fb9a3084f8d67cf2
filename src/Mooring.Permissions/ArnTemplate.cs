using System.Text.RegularExpressions;

namespace Mooring.Permissions;

/// <summary>
/// An ARN with names in braces: <c>{partition}</c>, <c>{region}</c> and <c>{account}</c> of the place of a resource, <c>{arn}</c> for its own ARN,
/// <c>{secret}</c> for that of the secret it reads, and else its attributes, <c>{name}</c> or <c>{listener_arn.load_balancer_arn.name}</c>. What stands
/// behind a bar is taken where an attribute is not set: <c>{path|/}</c>; without one that is <c>*</c>.
/// </summary>
internal static partial class ArnTemplate
{
    /// <summary>The ARN for a resource.</summary>
    public static string Expand(string template, StackResource resource) =>
        Braces()
            .Replace(
                template,
                match =>
                    match.Groups["name"].Value switch
                    {
                        "partition" => resource.Place.Partition,
                        "region" => resource.Place.Region,
                        "account" => resource.Place.Account,
                        "arn" => resource.Arn,
                        "secret" => SecretArn.Of(resource),
                        var attribute => resource.Text(attribute) ?? (match.Groups["default"] is { Success: true, Value: var set } ? set : StackResource.Any),
                    }
            );

    [GeneratedRegex(@"\{(?<name>[\w.]+)(\|(?<default>[^}]*))?\}")]
    private static partial Regex Braces();
}
