using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>A listener, as AWS describes it.</summary>
/// <param name="Description">The answer of <c>describe-listeners</c> about it.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-listeners.html"/>
internal sealed record ListenerAnswer(JsonElement Description)
{
    /// <summary>Its rules, without the default one, by priority.</summary>
    public IReadOnlyList<RuleAnswer> Rules { get; init; } = [];

    /// <summary>ARNs of the certificates that it selects by host name.</summary>
    public IReadOnlyList<string> AdditionalCertificates { get; init; } = [];

    /// <summary>Its attributes, which are the headers that it adds.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Its ARN.</summary>
    public string Arn => Description.Required("ListenerArn");

    /// <summary>Its port.</summary>
    public int Port => Description.Number("Port") ?? throw new KeyNotFoundException("the answer must have 'Port'");

    /// <summary>Its protocol: <c>HTTP</c> or <c>HTTPS</c>.</summary>
    public string Protocol => Description.Required("Protocol");

    /// <summary>ARN of its default certificate; <see langword="null"/> of HTTP.</summary>
    public string? Certificate => Description.Items("Certificates") is [var first, ..] ? first.Text("CertificateArn") : null;
}
