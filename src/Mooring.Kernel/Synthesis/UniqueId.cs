using System.Security.Cryptography;
using System.Text;
using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>
/// Makes names for Terraform from the places of constructs: <c>Listener-https_Rule-bureau_6A89E87F</c>. A construct directly in its stack keeps its
/// name; <c>Default</c> adds nothing to it.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cdktf/concepts/constructs#scope"/>
internal static class UniqueId
{
    private const string Hidden = "Default";
    private const string HiddenFromHumans = "Resource";
    private const int HashLength = 8;
    private const int LongestHumanPart = 240;
    private const int LongestName = 255;

    /// <summary>The name of a construct.</summary>
    public static string Of(ConstructObject construct)
    {
        string[] all = [.. PartsOf(construct)];
        string[] parts = [.. all.Where(part => part != Hidden)];
        if (parts.Length == 0)
        {
            throw new UnknownException("a construct that is called nothing but 'Default'");
        }

        if (parts.Length == 1 && Allowed(parts[0]) is { Length: <= LongestName } name)
        {
            return name.Length > 0 ? name : throw new UnknownException("a construct without a letter or digit in its name");
        }

        var human = string.Join('_', WithoutRepetitions(parts).Where(part => part != HiddenFromHumans).Select(Allowed));
        return $"{(human.Length > LongestHumanPart ? human[..LongestHumanPart] : human)}_{HashOf(parts)}";
    }

    private static IEnumerable<string> PartsOf(ConstructObject construct) =>
        construct is StackElement ? [] : [.. PartsOf(construct.Scope ?? throw new UnknownException("a construct outside of a stack")), construct.Id];

    private static string HashOf(string[] parts) =>
#pragma warning disable CA5351 // it is no secret: CDKTF's names have always had it
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(string.Join('/', parts))))[..HashLength];
#pragma warning restore CA5351

    private static string Allowed(string part) => string.Concat(part.Where(each => char.IsAsciiLetterOrDigit(each) || each is '_' or '-'));

    private static List<string> WithoutRepetitions(string[] parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (kept.Count == 0 || !kept[^1].EndsWith(part, StringComparison.Ordinal))
            {
                kept.Add(part);
            }
        }

        return kept;
    }
}
