using System.Diagnostics.CodeAnalysis;

namespace Mooring.Limits;

/// <summary>The regular expression that a text matches.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : FacetAttribute
{
    /// <summary>The regular expression, as .NET writes it.</summary>
    public string Pattern => pattern;
}
