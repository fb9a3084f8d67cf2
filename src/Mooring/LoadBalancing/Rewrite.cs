namespace Mooring.LoadBalancing;

/// <summary>A regular expression, and what replaces the part that it matches. A text that it does not match stays as it is.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html"/>
public sealed record Rewrite
{
    /// <summary>The regular expression, 1 to 1024 characters.</summary>
    public required string Regex { get; init; }

    /// <summary>The replacement, at most 1024 characters; <c>$1</c> is the first group of the expression.</summary>
    public required string Replace { get; init; }
}
