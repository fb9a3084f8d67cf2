using System.Text.Json.Serialization;

namespace Mooring.Jsii;

/// <summary>What runs CDKTF. The output is the same.</summary>
public enum SynthesisEngine
{
    /// <summary>.NET, and Node.js only from the first request on that .NET does not know.</summary>
    [JsonStringEnumMemberName("native")]
    Native,

    /// <summary>Node.js.</summary>
    [JsonStringEnumMemberName("node")]
    Node,

    /// <summary>Both: each answer of .NET is compared with that of Node.js, and a difference is an error.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}
