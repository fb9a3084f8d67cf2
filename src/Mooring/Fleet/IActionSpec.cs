namespace Mooring.Fleet;

/// <summary>The action for a request: exactly one of the three.</summary>
public interface IActionSpec
{
    /// <summary>Forwards it to target groups.</summary>
    ForwardSpec? Forward { get; }

    /// <summary>Redirects the client to another URL.</summary>
    RedirectSpec? Redirect { get; }

    /// <summary>Returns a response without a target.</summary>
    FixedResponseSpec? FixedResponse { get; }
}
