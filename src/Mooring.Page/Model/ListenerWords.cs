using Mooring.Fleet;

namespace Mooring.Page.Model;

/// <summary>Says where a listener listens.</summary>
internal static class ListenerWords
{
    /// <summary>Its protocol, where the file gives it, and its port: <c>HTTPS:443</c>.</summary>
    public static string Of(ListenerSpec listener) => $"{listener.Protocol?.Word()}:{listener.Port}";
}
