namespace Mooring.Fleet;

/// <summary>Defines a regular expression, and what replaces the part that it matches. A text that it does not match stays as it is.</summary>
public sealed record RewriteSpec
{
    /// <summary>
    /// The regular expression, 1 to 1024 characters, without lookarounds, backreferences, atomic groups, possessive quantifiers and classes of Unicode.
    /// </summary>
    public required string Regex { get; init; }

    /// <summary>The replacement, at most 1024 characters; <c>$1</c> is the first group of the expression.</summary>
    [MayBeEmpty]
    public required string Replace { get; init; }
}
