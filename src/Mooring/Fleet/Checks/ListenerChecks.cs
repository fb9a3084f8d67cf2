using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a listener with its rules.</summary>
internal sealed class ListenerChecks(FleetSpec fleet, string loadBalancerName, string name, ListenerSpec listener, FaultCollector faults)
{
    /// <summary>What can be said of a listener of a load balancer that is only looked up.</summary>
    private static readonly string[] s_keysOfExisting = ["port", "protocol", "rules"];

    private readonly string _path = $"loadBalancers.{loadBalancerName}.listeners.{name}";
    private readonly LoadBalancerSpec _loadBalancer = fleet.LoadBalancers[loadBalancerName];

    /// <summary>Adds what is wrong with the listener.</summary>
    public void Check()
    {
        faults.AddNameIf(_path, KubernetesLimits.DnsLabel(name));
        CheckPort();
        var actions = new ActionChecks(fleet, loadBalancerName, faults.IsFaulty($"{_path}.protocol") ? null : listener.Protocol, faults);
        if (_loadBalancer.Existing is not null)
        {
            faults.AddOthersThan(_path, s_keysOfExisting, "must be left out of a listener that is only looked up");
        }
        else
        {
            CheckOwned(actions);
        }

        new RuleChecks(fleet, _path, listener, faults).Check(actions, canAdopt: listener.Adopt is not null || _loadBalancer.Existing is not null);
    }

    private void CheckPort()
    {
        faults.AddIf($"{_path}.port", NetworkLimits.Port(listener.Port));
        if (_loadBalancer.Listeners.TakeWhile(other => other.Key != name).FirstOrDefault(other => other.Value.Port == listener.Port) is { Key: { } owner })
        {
            faults.Add($"{_path}.port", $"must be a port of its own, but {listener.Port} is already that of listener '{owner}'");
        }
    }

    private void CheckOwned(ActionChecks actions)
    {
        if (listener.Adopt is { } arn)
        {
            faults.AddIf($"{_path}.adopt", _loadBalancer.Adopt is null
                ? "must be left out where the load balancer itself is not adopted: one that is created has no listener yet"
                : AwsLimits.ListenerArn(arn, LoadBalancerChecks.RegionOf(faults, fleet)));
        }

        if (listener.Protocol is { } protocol)
        {
            CheckTls(protocol);
        }
        else
        {
            faults.Add($"{_path}.protocol", "is required");
        }

        if (listener.DefaultAction is { } action)
        {
            actions.Check($"{_path}.defaultAction", action);
        }
        else
        {
            faults.Add($"{_path}.defaultAction", "is required");
        }
    }

    private void CheckTls(ListenerProtocol protocol)
    {
        if (faults.IsFaulty($"{_path}.protocol"))
        {
            return;
        }

        var region = LoadBalancerChecks.RegionOf(faults, fleet);
        faults.AddIf($"{_path}.certificate", ListenerLimits.Certificate(protocol, listener.Certificate));
        faults.AddIf($"{_path}.certificate", listener.Certificate is { } certificate ? AwsLimits.AcmCertificateArn(certificate, region) : null);
        faults.AddIf($"{_path}.additionalCertificates", ListenerLimits.OnlyHttps(protocol, listener.AdditionalCertificates.Count > 0));
        faults.AddEachIf($"{_path}.additionalCertificates", listener.AdditionalCertificates, arn => AwsLimits.AcmCertificateArn(arn, region));
        faults.AddIf($"{_path}.tlsPolicy", ListenerLimits.OnlyHttps(protocol, listener.TlsPolicy is not null));
        faults.AddIf($"{_path}.mutualTls", ListenerLimits.OnlyHttps(protocol, listener.MutualTls is not null));
        if (listener.MutualTls is { } mutualTls)
        {
            var path = $"{_path}.mutualTls";
            faults.AddIf($"{path}.trustStore", ListenerLimits.TrustStore(mutualTls.Mode, mutualTls.TrustStore), $"{path}.mode");
            faults.AddIf($"{path}.trustStore", mutualTls.TrustStore is { } trustStore ? AwsLimits.TrustStoreArn(trustStore, region) : null);
            faults.AddIf($"{path}.ignoreClientCertificateExpiry", ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.IgnoreClientCertificateExpiry), $"{path}.mode");
            faults.AddIf($"{path}.advertiseTrustStoreCaNames", ListenerLimits.OnlyVerify(mutualTls.Mode, mutualTls.AdvertiseTrustStoreCaNames), $"{path}.mode");
        }
    }
}
