using System.Globalization;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>The characters that a YAML text can have. YamlDotNet accepts all, and some of them are not seen in an editor.</summary>
/// <seealso href="https://yaml.org/spec/1.2.2/#51-character-set"/>
internal static class YamlCharacters
{
    /// <summary>The first character that YAML does not allow, and its place; <see langword="null"/> where there is none.</summary>
    public static (TextPlace Place, string Name)? FirstForbidden(string text)
    {
        var (line, start) = (1, 0);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n' || (character == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                (line, start) = (line + 1, index + 1);
            }
            else if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1]))
            {
                index++;
            }
            else if (!IsAllowed(character))
            {
                return (new(line, index - start + 1), string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}"));
            }
        }

        return null;
    }

    private static bool IsAllowed(char character) =>
        character is '\t' or '\n' or '\r' or '\u0085' or (>= ' ' and <= '~') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and < '\uFFFE' and not '\uFEFF');
}
