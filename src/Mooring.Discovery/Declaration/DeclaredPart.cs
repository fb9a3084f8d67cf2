namespace Mooring.Discovery.Declaration;

/// <summary>A part of the fleet file, and what it is in AWS.</summary>
/// <param name="Path">Its place in the file: <c>loadBalancers.www.listeners.https.rules[2]</c>.</param>
/// <param name="Id">Its ARN, or its name where it has none.</param>
/// <param name="Words">What it is called: <c>the rule with priority 20 on port 443</c>.</param>
internal sealed record DeclaredPart(string Path, string Id, string Words);
