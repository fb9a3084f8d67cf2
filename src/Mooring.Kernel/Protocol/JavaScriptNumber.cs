using System.Globalization;
using System.Text;

namespace Mooring.Kernel.Protocol;

/// <summary>Numbers as JavaScript writes them: <c>1</c>, <c>1.5</c>, <c>1e-7</c>, <c>1e+21</c>.</summary>
/// <seealso href="https://tc39.es/ecma262/#sec-numeric-types-number-tostring"/>
internal static class JavaScriptNumber
{
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    /// <summary>The text of a number.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new UnknownException("numbers that are not finite");
        }

        if (value == Math.Truncate(value) && Math.Abs(value) < int.MaxValue)
        {
            // Zero has no sign here.
            return ((int)value).ToString(CultureInfo.InvariantCulture);
        }

        var (digits, exponent) = ShortestDigitsOf(Math.Abs(value));
        return (value < 0 ? "-" : string.Empty) + Place(digits, exponent);
    }

    /// <summary>The fewest digits that mean the same number, and the place of the point before which they stand: 123 and 2 for 12.3.</summary>
    private static (string Digits, int Exponent) ShortestDigitsOf(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is var found and >= 0 ? found : parts[0].Length;
        var written = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = written.TrimStart('0');
        var exponent = point - (written.Length - digits.Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        return (digits, exponent);
    }

    private static string Place(string digits, int exponent)
    {
        if (exponent is > SmallestPlainExponent and <= LargestPlainExponent)
        {
            return exponent <= 0 ? "0." + new string('0', -exponent) + digits
                : digits.Length <= exponent ? digits + new string('0', exponent - digits.Length)
                : $"{digits[..exponent]}.{digits[exponent..]}";
        }

        var text = new StringBuilder().Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits.AsSpan(1));
        }

        return text.Append('e').Append(exponent > 0 ? '+' : '-').Append(Math.Abs(exponent - 1)).ToString();
    }
}
