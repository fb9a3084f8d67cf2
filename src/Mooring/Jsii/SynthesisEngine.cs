namespace Mooring.Jsii;

/// <summary>What runs CDKTF. The output is the same.</summary>
public enum SynthesisEngine
{
    /// <summary>.NET, and Node.js only from the first request on that .NET does not know.</summary>
    Native,

    /// <summary>Node.js.</summary>
    Node,

    /// <summary>Both: each answer of .NET is compared with that of Node.js, and a difference is an error.</summary>
    Both,
}
