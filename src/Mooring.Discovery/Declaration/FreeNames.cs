using System.Globalization;
using System.Text;
using Mooring.Limits;

namespace Mooring.Discovery.Declaration;

/// <summary>Names for parts of a fleet file: DNS labels, each given once.</summary>
internal sealed class FreeNames
{
    /// <summary>Characters of a name, with room for a number at its end.</summary>
    private const int Longest = 50;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name.</summary>
    /// <param name="wanted">A text that says what it is: <c>*.Shop.example.com</c> gives <c>shop-example-com</c>.</param>
    /// <param name="otherwise">A label, where the text has no character of a name.</param>
    public string Of(string wanted, string otherwise)
    {
        var label = LabelOf(wanted);
        var name = label.Length == 0 || KubernetesLimits.DnsLabel(label) is not null ? otherwise : label;
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return free;
    }

    private static string LabelOf(string wanted)
    {
        var label = new StringBuilder();
        foreach (var character in wanted)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                label.Append(char.ToLowerInvariant(character));
            }
            else if (label.Length > 0 && label[^1] != '-')
            {
                label.Append('-');
            }
        }

        return $"{label}"[..Math.Min(label.Length, Longest)].Trim('-');
    }
}
