using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares a listener with its rules.</summary>
/// <param name="declared">Collects what is declared.</param>
/// <param name="actions">Declares its actions.</param>
internal sealed class ListenerDeclaration(Declared declared, ActionDeclaration actions)
{
    private readonly RuleDeclaration _rules = new(actions);

    /// <summary>What a listener is called.</summary>
    public static string WordsOf(ListenerAnswer listener) => $"the listener on port {listener.Port}";

    /// <summary>Its name in the file, where it is free.</summary>
    public static string NameOf(ListenerAnswer listener) =>
        (listener.Protocol, listener.Port) switch
        {
            ("HTTP", 80) => "http",
            ("HTTPS", 443) => "https",
            _ => $"{listener.Protocol}-{listener.Port}",
        };

    /// <summary>Declares one of a load balancer that is only looked up.</summary>
    public static ListenerSpec LookedUp(ListenerAnswer listener) => new() { Port = listener.Port };

    /// <summary>Why a fleet file cannot say the listener; <see langword="null"/> where it can.</summary>
    public string? ObstacleOf(ListenerAnswer listener) =>
        listener.Protocol is not ("HTTP" or "HTTPS")
            ? $"a fleet file has no key for protocol {listener.Protocol}"
            : actions.ObstacleOf(listener.Description.Items("DefaultActions"));

    /// <summary>Declares one that is adopted.</summary>
    /// <param name="listener">The listener.</param>
    /// <param name="path">Its place in the file.</param>
    public ListenerSpec Of(ListenerAnswer listener, string path)
    {
        var isHttps = listener.Protocol == "HTTPS";
        return new()
        {
            Adopt = listener.Arn,
            Port = listener.Port,
            Protocol = isHttps ? ListenerProtocol.Https : ListenerProtocol.Http,
            Certificate = isHttps ? listener.Certificate : null,
            AdditionalCertificates = isHttps ? [.. listener.AdditionalCertificates.Where(arn => arn != listener.Certificate)] : [],
            // AWS's default security policy is not Mooring's, so only Mooring's is left out.
            TlsPolicy = isHttps && listener.Description.Text("SslPolicy") is { } policy and not Listener.RecommendedTlsPolicy ? policy : null,
            MutualTls = MutualTlsOf(listener),
            Headers = ListenerHeadersDeclaration.Of(listener),
            DefaultAction = actions.Of(listener.Description.Items("DefaultActions")),
            Rules = RulesOf(listener, path),
        };
    }

    private List<RuleSpec> RulesOf(ListenerAnswer listener, string path)
    {
        var names = new FreeNames();
        List<RuleSpec> rules = [];
        foreach (var rule in listener.Rules)
        {
            var words = $"the rule with priority {rule.Priority} on port {listener.Port}";
            if (declared.IsLeftOut(path, rule.Arn, words, _rules.ObstacleOf(rule)))
            {
                continue;
            }

            var at = $"{path}.rules[{rules.Count}]";
            rules.Add(_rules.Of(rule, names.Of(RuleDeclaration.PurposeOf(rule), $"rule-{rule.Priority}")));
            declared.Add(at, rule.Arn, words);
        }

        return rules;
    }

    private static MutualTlsSpec? MutualTlsOf(ListenerAnswer listener)
    {
        var mutual = listener.Description.Object("MutualAuthentication");
        return mutual.Text("Mode") switch
        {
            "passthrough" => new() { Mode = MutualTlsMode.Passthrough },
            "verify" => new()
            {
                Mode = MutualTlsMode.Verify,
                TrustStore = mutual.Text("TrustStoreArn"),
                IgnoreClientCertificateExpiry = mutual.Flag("IgnoreClientCertificateExpiry"),
                AdvertiseTrustStoreCaNames = mutual.Text("AdvertiseTrustStoreCaNames") == "on",
            },
            _ => null,
        };
    }
}
