using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a listener with its rules.</summary>
internal sealed class ListenerChecks(FleetIndex index, string loadBalancerName, string name, ListenerSpec listener, FaultScope scope)
{
    /// <summary>What a listener of a load balancer that is only looked up can have.</summary>
    private static readonly string[] s_propertiesOfExisting =
    [
        nameof(ListenerSpec.Renamed),
        nameof(ListenerSpec.Port),
        nameof(ListenerSpec.Protocol),
        nameof(ListenerSpec.Rules),
    ];

    private readonly LoadBalancerSpec _loadBalancer = index.Fleet.LoadBalancers[loadBalancerName];
    private readonly string? _region = LocationChecks.RegionOfLoadBalancer(index.Fleet, loadBalancerName, scope.Root);

    /// <summary>The listener before it with the same port; <see langword="null"/> where there is none.</summary>
    public string? PortOwner { get; init; }

    /// <summary>Adds the errors of the listener.</summary>
    public void Check()
    {
        scope.CheckName(name, TerraformText.Label);
        CheckPort();
        var actions = new ActionChecks(index, loadBalancerName, scope.At(listener.Protocol).IsFaulty ? null : listener.Protocol);
        if (_loadBalancer.Existing is not null)
        {
            scope.AddOthersThan(s_propertiesOfExisting, "must be left out of a listener that is only looked up");
        }
        else
        {
            CheckOwned(actions);
        }

        var isExisting = _loadBalancer.Existing is not null;
        new RuleChecks(listener, isExisting, scope, _region).Check(actions, canAdopt: listener.Adopt is not null || isExisting);
    }

    private void CheckPort()
    {
        scope.Check(listener.Port, NetworkLimits.Port);
        if (PortOwner is { } owner)
        {
            scope
                .At(listener.Port)
                .As(ErrorCodes.Taken)
                .Add($"must be unique in its load balancer, but {listener.Port} is already the port of listener '{owner}'");
        }
    }

    /// <summary>The ARN of a part begins, after its kind, with that of the whole.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-getting-started.html"/>
    internal static string? OfOther(string arn, string kind, string? whole, string kindOfWhole, string what) =>
        whole?.Contains(kindOfWhole, StringComparison.Ordinal) != true
        || arn.StartsWith($"{whole.Replace(kindOfWhole, kind, StringComparison.Ordinal)}/", StringComparison.Ordinal)
            ? null
            : $"must be of the {what} that is adopted, '{whole}', got '{arn}'";

    private void CheckOwned(ActionChecks actions)
    {
        scope.Check(
            listener.Adopt,
            arn =>
                _loadBalancer.Adopt is null
                    ? "must be left out where the load balancer itself is not adopted: one that is created has no listener yet"
                    : AwsLimits.ListenerArn(arn, _region) ?? OfOther(arn, ":listener/", _loadBalancer.Adopt, ":loadbalancer/", "load balancer")
        );
        if (listener.Protocol is { } protocol)
        {
            CheckTls(protocol);
            CheckHeaders(protocol);
        }
        else
        {
            scope.At(listener.Protocol).As(ErrorCodes.Missing).Add("is required");
        }

        if (listener.DefaultAction is { } action)
        {
            actions.Check(action, scope.At(listener.DefaultAction));
        }
        else
        {
            scope.At(listener.DefaultAction).As(ErrorCodes.Missing).Add("is required");
        }
    }

    private void CheckHeaders(ListenerProtocol protocol)
    {
        if (listener.Headers is not { } headers)
        {
            return;
        }

        var at = scope.At(listener.Headers);
        at.At(headers.Request).AddIf(ListenerLimits.OnlyHttps(protocol, headers.Request.Count > 0), scope.At(listener.Protocol));
        foreach (var (header, name) in headers.Request)
        {
            var entry = at.At(headers.Request).Entry(header);
            entry.CheckName(header, HeaderLimits.RequestHeader);
            entry.AddIf(HeaderLimits.NewName(name));
        }

        if (!at.At(headers.Request).IsFaulty)
        {
            at.At(headers.Request).AddIf(HeaderLimits.NewNames(headers.Request));
        }

        foreach (var (header, value) in headers.Response)
        {
            var entry = at.At(headers.Response).Entry(header);
            entry.CheckName(header, HeaderLimits.ResponseHeader);
            entry.AddIf(HeaderLimits.ValueOf(header, value));
        }
    }

    /// <summary>Terraform would have a certificate of the listener twice.</summary>
    private void CheckCertificatesDiffer()
    {
        var before = new HashSet<string?>(StringComparer.Ordinal) { listener.Certificate };
        foreach (var (index, arn) in listener.AdditionalCertificates.Index().Where(entry => !before.Add(entry.Item)))
        {
            scope.At(listener.AdditionalCertificates).Entry(index).As(ErrorCodes.Taken).Add($"must be unique in its listener, got '{arn}' again");
        }
    }

    private void CheckTls(ListenerProtocol protocol)
    {
        var at = scope.At(listener.Protocol);
        scope.At(listener.Certificate).AddIf(ListenerLimits.Certificate(protocol, listener.Certificate), at);
        scope.Check(listener.Certificate, arn => AwsLimits.AcmCertificateArn(arn, _region));
        scope.At(listener.AdditionalCertificates).AddIf(ListenerLimits.OnlyHttps(protocol, listener.AdditionalCertificates.Count > 0), at);
        scope.CheckEach(listener.AdditionalCertificates, arn => AwsLimits.AcmCertificateArn(arn, _region));
        CheckCertificatesDiffer();
        scope.Check(listener.TlsPolicy, ListenerLimits.TlsPolicy);
        scope.At(listener.TlsPolicy).AddIf(ListenerLimits.OnlyHttps(protocol, listener.TlsPolicy is not null), at);
        scope.At(listener.MutualTls).AddIf(ListenerLimits.OnlyHttps(protocol, listener.MutualTls is not null), at);
        if (listener.MutualTls is { } mutualTls)
        {
            CheckMutualTls(mutualTls, scope.At(listener.MutualTls));
        }
    }

    private void CheckMutualTls(MutualTlsSpec mutualTls, FaultScope at)
    {
        var mode = at.At(mutualTls.Mode);
        at.At(mutualTls.TrustStore).AddIf(ListenerLimits.TrustStore(mutualTls.Mode, mutualTls.TrustStore), mode);
        at.Check(mutualTls.TrustStore, arn => AwsLimits.TrustStoreArn(arn, _region));
        at.At(mutualTls.IgnoreClientCertificateExpiry).AddIf(ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.IgnoreClientCertificateExpiry), mode);
        at.At(mutualTls.AdvertiseTrustStoreCaNames).AddIf(ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.AdvertiseTrustStoreCaNames), mode);
    }
}
