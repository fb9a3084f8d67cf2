namespace Mooring.Benchmarks.Results;

/// <summary>Whether something that was measured is what it should be.</summary>
/// <param name="Aim">What it should be.</param>
/// <param name="Measured">What it is; <see langword="null"/> when it was not measured.</param>
/// <param name="IsMet">Whether that is enough.</param>
internal sealed record Verdict(string Aim, string? Measured, bool IsMet)
{
    /// <summary>The verdict in words.</summary>
    public string Text =>
        (Measured, IsMet) switch
        {
            (null, _) => "not measured",
            (_, true) => "**met**",
            _ => "**not met**",
        };
}
