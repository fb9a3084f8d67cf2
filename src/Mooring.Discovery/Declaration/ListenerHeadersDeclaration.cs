using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the headers that a listener adds.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html"/>
internal static class ListenerHeadersDeclaration
{
    /// <summary>The attribute with the <c>Server</c> header.</summary>
    public const string ServerAttribute = "routing.http.response.server.enabled";

    /// <summary>Declares them; <see langword="null"/> where they are AWS's.</summary>
    public static ListenerHeadersSpec? Of(ListenerAnswer listener)
    {
        var attributes = listener.Attributes;
        var request = HeaderAttributes
            .RequestHeaders.Select(header => (Header: header, Name: attributes.GetValueOrDefault(RequestAttribute(header))))
            .Where(each => !string.IsNullOrEmpty(each.Name) && each.Name != each.Header)
            .ToDictionary(each => each.Header, each => each.Name!);
        var response = HeaderAttributes
            .ResponseHeaders.Select(header => (Header: header, Value: attributes.GetValueOrDefault(ResponseAttribute(header))))
            .Where(each => !string.IsNullOrEmpty(each.Value))
            .ToDictionary(each => each.Header, each => each.Value!);
        var server = attributes.GetValueOrDefault(ServerAttribute) != "false";
        return request.Count == 0 && response.Count == 0 && server
            ? null
            : new()
            {
                Request = request,
                Response = response,
                Server = server,
            };
    }

    /// <summary>The attribute with the name of a header that targets get.</summary>
    public static string RequestAttribute(string header) => $"routing.http.request.{Key(header)}.header_name";

    /// <summary>The attribute with the value of a header that clients get.</summary>
    public static string ResponseAttribute(string header) => $"routing.http.response.{Key(header)}.header_value";

    private static string Key(string header) => header.ToLowerInvariant().Replace('-', '_');
}
