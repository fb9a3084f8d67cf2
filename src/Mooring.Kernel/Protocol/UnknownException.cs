namespace Mooring.Kernel.Protocol;

/// <summary>The kernel does not know the answer, or the answer would be an error: Node.js is asked.</summary>
/// <param name="what">What it does not know, as the end of "the native kernel does not know ...".</param>
internal sealed class UnknownException(string what) : Exception($"the native kernel does not know {what}")
{
    /// <summary>What it does not know.</summary>
    public string What => what;
}
