namespace Mooring.Kernel.Synthesis;

/// <summary>Names as Terraform writes them: <c>create_before_destroy</c> for <c>createBeforeDestroy</c>.</summary>
internal static class SnakeCase
{
    /// <summary>The name.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select(each => char.IsAsciiLetterUpper(each) ? $"_{char.ToLowerInvariant(each)}" : each.ToString()));
}
