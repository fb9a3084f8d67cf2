using System.Text;
using System.Text.RegularExpressions;

namespace Mooring.StandIns.Traffic;

/// <summary>
/// Makes a short text that a regular expression matches: the first of alternatives, the fewest of repetitions, and of a class the first character that is in
/// it. The expression has no lookarounds and no backreferences, as in rules of listeners.
/// </summary>
internal sealed class RegexExample
{
    // Letters first, so that an example reads as a host name or a path.
    private static readonly char[] s_characters =
    [
        .. "xabcdefghijklmnopqrstuvwyz0123456789-_./XABCDEFGHIJKLMNOPQRSTUVWYZ",
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
    ];

    private readonly string _pattern;
    private int _at;

    private RegexExample(string pattern) => _pattern = pattern;

    /// <summary>A text that an expression matches; <see langword="null"/> where none was found.</summary>
    public static string? Of(Regex regex)
    {
        var example = new RegexExample(regex.ToString()).Alternatives();
        return regex.IsMatch(example) ? example : null;
    }

    private bool IsAt(char character) => _at < _pattern.Length && _pattern[_at] == character;

    private string Alternatives()
    {
        var first = Sequence();
        while (IsAt('|'))
        {
            _at++;
            _ = Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            text.Insert(text.Length, atom, LeastRepetitions());
        }

        return text.ToString();
    }

    private string Atom()
    {
        var start = _at++;
        switch (_pattern[start])
        {
            case '(':
                return Group();
            case '[':
                SkipClass();
                return FirstIn(_pattern[start.._at]);
            case '\\' when _at < _pattern.Length:
                SkipEscape();
                return _pattern[start + 1] is 'b' or 'B' or 'A' or 'Z' or 'z' or 'G' ? string.Empty : FirstIn(_pattern[start.._at]);
            case '^' or '$':
                return string.Empty;
            case '.':
                return "x";
            default:
                return _pattern[start].ToString();
        }
    }

    private string Group()
    {
        if (IsAt('?'))
        {
            _at++;
            if (IsAt('<') || IsAt('\''))
            {
                _at = _pattern.IndexOf(IsAt('<') ? '>' : '\'', _at + 1) + 1;
            }
            else
            {
                // Options, as in (?i) and (?i:…).
                while (_at < _pattern.Length && _pattern[_at] is not (':' or ')'))
                {
                    _at++;
                }

                _at += IsAt(':') ? 1 : 0;
            }
        }

        var text = Alternatives();
        _at++;
        return text;
    }

    private void SkipClass()
    {
        _at += IsAt('^') ? 1 : 0;
        // A bracket at the beginning is a character of the class.
        _at += IsAt(']') ? 1 : 0;
        while (!IsAt(']'))
        {
            _at += IsAt('\\') ? 2 : 1;
        }

        _at++;
    }

    private void SkipEscape() =>
        _at += _pattern[_at] switch
        {
            'x' => 3,
            'u' => 5,
            'c' => 2,
            _ => 1,
        };

    private static string FirstIn(string atom)
    {
        var one = new Regex($@"\A(?:{atom})\z");
        return s_characters.Select(character => character.ToString()).FirstOrDefault(one.IsMatch) ?? string.Empty;
    }

    private int LeastRepetitions()
    {
        var least = 1;
        if (IsAt('*') || IsAt('?') || IsAt('+'))
        {
            least = IsAt('+') ? 1 : 0;
            _at++;
        }
        else if (Regex.Match(_pattern[_at..], @"\A\{(\d+)(,\d*)?\}") is { Success: true } bounds)
        {
            least = int.Parse(bounds.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            _at += bounds.Length;
        }
        else
        {
            return least;
        }

        // A lazy repetition.
        _at += IsAt('?') ? 1 : 0;
        return least;
    }
}
