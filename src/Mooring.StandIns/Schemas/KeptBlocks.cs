namespace Mooring.StandIns.Schemas;

/// <summary>
/// The blocks of each resource that keep their last value when the configuration no longer has them: they are optional and computed, or the provider
/// suppresses the difference (<c>SuppressMissingOptionalConfigurationBlock</c>). The schemas that Terraform gets do not contain it; kept-blocks.json
/// was derived from the provider's sources. For single attributes Terraform does the same, from their schemas.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/verify/diff.go"/>
internal static class KeptBlocks
{
    private static readonly EmbeddedPaths s_paths = new("kept-blocks.json");

    /// <summary>Paths of the blocks of a resource, without indices; none of a resource that is not known.</summary>
    public static IReadOnlyList<string> Of(string type) => s_paths.Of(type);
}
