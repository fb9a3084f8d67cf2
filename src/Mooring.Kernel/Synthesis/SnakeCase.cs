using System.Text.RegularExpressions;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>Names as Terraform writes them: <c>create_before_destroy</c> for <c>createBeforeDestroy</c>.</summary>
internal static partial class SnakeCase
{
    /// <summary>Whose keys stay as they are.</summary>
    private const string Tags = "tags";

    /// <summary>The name.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select(each => char.IsAsciiLetterUpper(each) ? $"_{char.ToLowerInvariant(each)}" : each.ToString()));

    /// <summary>CDKTF changes all keys within a provider, those of maps, too; where that would change one, it is left to Node.js.</summary>
    public static void Check(object? value)
    {
        if (value is ListValue list)
        {
            list.ForEach(Check);
        }

        foreach (var (key, inner) in value as MapValue ?? [])
        {
            if (!Pattern().IsMatch(key))
            {
                throw new UnknownException($"the key '{key}' in a provider");
            }

            if (key != Tags)
            {
                Check(inner);
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$")]
    private static partial Regex Pattern();
}
