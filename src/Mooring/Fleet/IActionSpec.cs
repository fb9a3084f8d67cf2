namespace Mooring.Fleet;

/// <summary>What is done with a request: exactly one of the three.</summary>
public interface IActionSpec
{
    /// <summary>Passes it on to target groups.</summary>
    ForwardSpec? Forward { get; }

    /// <summary>Sends the client to another URL.</summary>
    RedirectSpec? Redirect { get; }

    /// <summary>Answers it without asking any target.</summary>
    FixedResponseSpec? FixedResponse { get; }
}
