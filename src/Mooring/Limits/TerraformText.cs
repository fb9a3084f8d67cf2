using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Limits;

/// <summary>
/// A literal text as a template of Terraform: what evaluates to the text, and contains neither an expression nor a token of CDKTF. It has no quotes
/// and no backslashes, so it stays what it is inside JSON, YAML and the arguments of Terraform's functions.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/expressions/strings"/>
internal static partial class TerraformText
{
    /// <summary>A directive that evaluates to nothing, and separates what would be read together.</summary>
    private const string Nothing = "%{if false}%{endif}";

    /// <summary>
    /// The bits at the top of a double that is a token of CDKTF (<c>DOUBLE_TOKEN_MARKER_BITS</c> in <c>tokens/private/encoding.ts</c>): numbers
    /// between -8.1e298 and -8.4e298. CDKTF looks for them in texts, too.
    /// </summary>
    private const ulong NumberToken = 0xfdff;

    /// <summary>
    /// What CDKTF and jsii take for something else where it is the whole text or key: the values of <c>Token.STRING_MAP_TOKEN_VALUE</c> and
    /// <c>Token.ANY_MAP_TOKEN_VALUE</c>, and the prototype of an object in JavaScript.
    /// </summary>
    private static readonly HashSet<string> s_words = ["String Map Token Value", "Any Map Token Value", "__proto__"];

    /// <summary>The template of a literal text.</summary>
    public static string Of(string literal) => s_words.Contains(literal) ? Nothing + literal : Special().Replace(literal, Escape);

    /// <summary>The literal text of a template, where it is one of <see cref="Of"/>; otherwise the template.</summary>
    public static string LiteralOf(string template) =>
        template.Replace(Nothing, string.Empty, StringComparison.Ordinal).Replace("%%{", "%{", StringComparison.Ordinal);

    /// <summary>
    /// A text that CDKTF writes as it is, where no template can stand for it: in a backend Terraform evaluates nothing, and a name that other names
    /// are derived from may be cut.
    /// </summary>
    public static string? Verbatim(string value) =>
        s_words.Contains(value) || Special().Matches(value).Any(IsToken) ? $"must not contain what CDKTF takes for a token of its own, got '{value}'" : null;

    /// <summary>A name that is a DNS label, and that CDKTF must be able to write as it is: it is cut, or part of an address.</summary>
    public static string? Label(string value) => KubernetesLimits.DnsLabel(value) ?? Verbatim(value);

    private static string Escape(Match match) =>
        match.Value switch
        {
            "%{" => "%%{",
            "$" => $"${Nothing}",
            "TfToken[" => $"TfToken[{Nothing}",
            var number => IsNumberToken(number) ? number.Replace("e", $"{Nothing}e", StringComparison.Ordinal) : number,
        };

    private static bool IsToken(Match match) => match.Value is "TfToken[" || IsNumberToken(match.Value);

    /// <summary>Whether JavaScript's <c>parseFloat</c> reads a number of CDKTF's from the text.</summary>
    private static bool IsNumberToken(string text) =>
        ParsedFloat().Match(text) is { Success: true, Value: var number }
        && BitConverter.DoubleToUInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)) >> 48 == NumberToken;

    /// <summary>
    /// The beginnings of Terraform's templates, of jsii's keys such as <c>$jsii.byref</c>, of CDKTF's tokens for strings, lists and maps, and what
    /// CDKTF takes for a number (<c>NUMBER_TOKEN_REGEX</c>).
    /// </summary>
    [GeneratedRegex(@"%\{|\$(?=\{|jsii\.)|(?<=[$#&]\{)TfToken\[|[-|0-9.+]+e[-|0-9.eE+]+")]
    private static partial Regex Special();

    [GeneratedRegex(@"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")]
    private static partial Regex ParsedFloat();
}
