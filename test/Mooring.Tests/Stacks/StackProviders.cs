using System.Text.Json.Nodes;

namespace Mooring.Tests.Stacks;

/// <summary>The AWS providers of a stack.</summary>
internal static class StackProviders
{
    /// <summary>Alias, account and region of each, in order; the default provider has no alias: <c>shop-eu 222233334444 eu-west-1</c>.</summary>
    public static IEnumerable<string> Of(JsonNode stack) => stack["provider"]!["aws"]!.AsArray().Select(Described);

    private static string Described(JsonNode? provider) =>
        string.Join(' ', new[] { provider!["alias"], provider["allowed_account_ids"]![0], provider["region"] }.Where(part => part is not null));
}
