using System.Globalization;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Tokens;

/// <summary>
/// The tokens of a conversation, and the texts, lists and numbers that stand for them. They are numbered as CDKTF numbers them, in the order in which
/// they are made.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cdktf/concepts/tokens"/>
internal sealed class TokenTable
{
    private const string End = "]}";
    private const string TextStart = "${TfToken[TOKEN.";
    private const string ListStart = "#{TfToken[TOKEN.";

    /// <summary>What no text of a user has, and every text for a token.</summary>
    private const string Mark = "TfToken[";

    /// <summary>The upper bits of a number that stands for a token; the lower bits are its number.</summary>
    private const ulong NumberBits = 0xFDFF_0000_0000_0000;
    private const ulong IndexBits = 0x0000_FFFF_FFFF_FFFF;

    /// <summary>What the digits of each such number begin with.</summary>
    private const string NumberMark = "-8.10956221259";

    private readonly List<Token?> _tokens = [];
    private bool _hasNumbers;

    /// <summary>A text for a token.</summary>
    public string Text(Token token) => $"{TextStart}{Add(token)}{End}";

    /// <summary>A list for a token.</summary>
    public ListValue List(Token token) => [$"{ListStart}{Add(token)}{End}"];

    /// <summary>A number for a token.</summary>
    public double Number(Token token)
    {
        _hasNumbers = true;
        return BitConverter.UInt64BitsToDouble(NumberBits | (uint)Add(token));
    }

    /// <summary>The token that a number stands for.</summary>
    public Token? Of(double number)
    {
        var bits = BitConverter.DoubleToUInt64Bits(number);
        return (bits & ~IndexBits) == NumberBits ? At((int)(bits & IndexBits)) : null;
    }

    /// <summary>The token that a list stands for.</summary>
    public Token? Of(ListValue list)
    {
        if (list is not [string text] || !text.StartsWith(ListStart, StringComparison.Ordinal))
        {
            return null;
        }

        var end = text.IndexOf(End, StringComparison.Ordinal);
        return end == text.Length - End.Length ? At(text[ListStart.Length..end]) : throw new UnknownException("a list in the middle of a text");
    }

    /// <summary>Whether a text has tokens.</summary>
    public static bool HasTokens(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The parts of a text: texts as they are, and tokens.</summary>
    public List<(string Text, Token? Token)> PartsOf(string text)
    {
        var parts = new List<(string, Token?)>();
        var rest = 0;
        for (var start = Next(text, 0); start >= 0; start = Next(text, rest))
        {
            AddText(text[rest..start]);
            var end = text.IndexOf(End, start, StringComparison.Ordinal);
            var number = end < 0 ? throw new UnknownException("a token without an end") : text[(start + TextStart.Length)..end];
            parts.Add((string.Empty, At(number)));
            rest = end + End.Length;
        }

        AddText(text[rest..]);
        return parts;

        void AddText(string part)
        {
            if (part.Length > 0)
            {
                Check(part);
                parts.Add((part, null));
            }
        }
    }

    private static int Next(string text, int from) => text.IndexOf(TextStart, from, StringComparison.Ordinal);

    /// <summary>Tokens of other kinds, and numbers for tokens, may be in texts, too.</summary>
    private void Check(string part)
    {
        CheckLiteral(part);
        if (HasTokens(part))
        {
            throw new UnknownException("a list that stands for a token in the middle of a text");
        }
    }

    /// <summary>CDKTF finds numbers that stand for tokens in texts, too; the kernel does not.</summary>
    public void CheckLiteral(string part)
    {
        if (_hasNumbers && part.Contains(NumberMark, StringComparison.Ordinal))
        {
            throw new UnknownException("a number that stands for a token in the middle of a text");
        }
    }

    /// <summary>Leaves numbers out, for tokens that CDKTF makes and nobody gets.</summary>
    public void Skip(int count)
    {
        for (; count > 0; count--)
        {
            _tokens.Add(null);
        }
    }

    private int Add(Token token)
    {
        _tokens.Add(token);
        return _tokens.Count - 1;
    }

    private Token At(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? At(index) : throw new UnknownException($"the token {number}");

    private Token At(int index) => index < _tokens.Count && _tokens[index] is { } token ? token : throw new UnknownException($"the token {index}");
}
