namespace Mooring.Fleet;

/// <summary>Defines a listener's default action.</summary>
public sealed record ActionSpec : IActionSpec
{
    /// <inheritdoc/>
    public ForwardSpec? Forward { get; init; }

    /// <inheritdoc/>
    public RedirectSpec? Redirect { get; init; }

    /// <inheritdoc/>
    public FixedResponseSpec? FixedResponse { get; init; }
}
