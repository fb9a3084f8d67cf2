using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LbListener;
using HashiCorp.Cdktf.Providers.Aws.LbListenerCertificate;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Defines a listener of an Application Load Balancer.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html"/>
public class Listener : Construct, IListener
{
    /// <summary>The TLS policy that AWS recommends: TLS 1.3, and 1.2 for older clients.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"/>
    internal const string RecommendedTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    // What a listener may have set and this construct cannot express: nobody else's setting is reset, also where the listener was adopted once.
    private static readonly string[] s_leftAsTheyAre = ["tags"];

    /// <summary>Defines a listener.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits, or does not fit the protocol.</exception>
    public Listener(Construct scope, string id, ListenerProps props)
        : base(scope, id)
    {
        Require(props);

        var isHttps = props.Protocol == ListenerProtocol.Https;
        var config = new LbListenerConfig
        {
            LoadBalancerArn = props.LoadBalancer.LoadBalancerArn,
            Port = props.Port,
            Protocol = props.Protocol.Word(),
            CertificateArn = props.CertificateArn,
            SslPolicy = isHttps ? props.TlsPolicy ?? RecommendedTlsPolicy : null,
            MutualAuthentication = isHttps ? ToTerraform(props.MutualTls) : null,
            DefaultAction = TerraformActions.OfListener(props.DefaultAction),
            Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = s_leftAsTheyAre },
        };
        if (props.Headers is { } headers)
        {
            HeaderAttributes.Add(headers, props.Protocol, config);
        }

        var listener = new LbListener(this, "Default", config);

        if (props.RenamedFromId is { } before)
        {
            listener.MoveFromId($"{LbListener.TfResourceType}.{FormerAddress.Of(scope, before, "Default")}");
        }

        if (props.AdoptArn is { } arn)
        {
            listener.ImportFrom(arn);
        }

        ListenerArn = listener.Arn;
        DefineCertificates(props.AdditionalCertificateArns, scope, props.RenamedFromId);
    }

    /// <inheritdoc/>
    public string ListenerArn { get; }

    private void Require(ListenerProps props)
    {
        Property.Require(this, nameof(props.Port), NetworkLimits.Port(props.Port));
        Property.Require(this, nameof(props.AdoptArn), props.AdoptArn is { } arn ? AwsLimits.ListenerArn(arn) : null);
        Property.Require(this, nameof(props.CertificateArn), props.CertificateArn is { } certificate ? AwsLimits.AcmCertificateArn(certificate) : null);
        Property.RequireEach(this, nameof(props.AdditionalCertificateArns), props.AdditionalCertificateArns, value => AwsLimits.AcmCertificateArn(value));
        Property.Require(this, nameof(props.CertificateArn), ListenerLimits.Certificate(props.Protocol, props.CertificateArn));
        Property.Require(this, nameof(props.AdditionalCertificateArns), ListenerLimits.OnlyHttps(props.Protocol, props.AdditionalCertificateArns.Count > 0));
        Property.Require(this, nameof(props.TlsPolicy), props.TlsPolicy is { } policy ? ListenerLimits.TlsPolicy(policy) : null);
        Property.Require(this, nameof(props.TlsPolicy), ListenerLimits.OnlyHttps(props.Protocol, props.TlsPolicy is not null));
        Property.Require(this, nameof(props.MutualTls), ListenerLimits.OnlyHttps(props.Protocol, props.MutualTls is not null));
        if (props.MutualTls is { } mutualTls)
        {
            Property.Require(this, nameof(mutualTls.TrustStoreArn), mutualTls.TrustStoreArn is { } trustStore ? AwsLimits.TrustStoreArn(trustStore) : null);
            Property.Require(this, nameof(mutualTls.TrustStoreArn), ListenerLimits.TrustStore(mutualTls.Mode, mutualTls.TrustStoreArn));
            Property.Require(
                this,
                nameof(mutualTls.IgnoreClientCertificateExpiry),
                ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.IgnoreClientCertificateExpiry)
            );
            Property.Require(
                this,
                nameof(mutualTls.AdvertiseTrustStoreCaNames),
                ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.AdvertiseTrustStoreCaNames)
            );
        }

        if (props.Headers is { } headers)
        {
            Require(headers, props.Protocol);
        }

        ListenerActionChecks.Require(this, props.DefaultAction, props.Protocol);
    }

    private void Require(ListenerHeaders headers, ListenerProtocol protocol)
    {
        Property.Require(this, nameof(headers.Request), ListenerLimits.OnlyHttps(protocol, headers.Request.Count > 0));
        Property.RequireEach(this, nameof(headers.Request), headers.Request.Keys, HeaderLimits.RequestHeader);
        Property.RequireEach(this, nameof(headers.Request), headers.Request.Values, HeaderLimits.NewName);
        Property.Require(this, nameof(headers.Request), HeaderLimits.NewNames(headers.Request));
        foreach (var (header, value) in headers.Response)
        {
            Property.Require(this, nameof(headers.Response), HeaderLimits.ResponseHeader(header) ?? HeaderLimits.ValueOf(header, value));
        }
    }

    /// <summary>Written out when it is off, too: a listener without the block keeps the one that it has.</summary>
    private static LbListenerMutualAuthentication ToTerraform(MutualTls? mutualTls) =>
        mutualTls switch
        {
            null => new() { Mode = "off" },
            { Mode: MutualTlsMode.Verify } => new()
            {
                Mode = mutualTls.Mode.Word(),
                TrustStoreArn = mutualTls.TrustStoreArn,
                IgnoreClientCertificateExpiry = mutualTls.IgnoreClientCertificateExpiry,
                AdvertiseTrustStoreCaNames = mutualTls.AdvertiseTrustStoreCaNames ? "on" : "off",
            },
            _ => new() { Mode = mutualTls.Mode.Word() },
        };

    private void DefineCertificates(IReadOnlyList<string> arns, Construct scope, string? before)
    {
        foreach (var (index, arn) in arns.Index())
        {
            // The id is the certificate's, so that one more or less in the list leaves the others where they are.
            var id = $"Certificate-{(Limit.IsToken(arn) ? $"{index}" : arn.Split('/')[^1])}";
            var certificate = new LbListenerCertificate(this, id, new LbListenerCertificateConfig { ListenerArn = ListenerArn, CertificateArn = arn });
            if (before is not null)
            {
                certificate.MoveFromId($"{LbListenerCertificate.TfResourceType}.{FormerAddress.Of(scope, before, id)}");
            }
        }
    }
}
