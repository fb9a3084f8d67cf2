using Constructs;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd;

/// <summary>What is checked of a <see cref="ClusterRegistration"/> before it is defined.</summary>
internal static class ClusterRegistrationChecks
{
    /// <summary>Throws at the first fault.</summary>
    public static void Check(Construct construct, ClusterRegistrationProps props)
    {
        Property.Require(construct, nameof(props.SecretName), KubernetesLimits.DnsSubdomain(props.SecretName));
        Property.Require(construct, nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));
        Property.Require(construct, nameof(props.Environment), KubernetesLimits.LabelValue(props.Environment));
        Property.Require(construct, nameof(props.EksClusterName), props.EksClusterName is { } name ? EksLimits.ClusterName(name) : null);
        props.Connection.Check(construct);
        CheckAws(construct, props);
        CheckBindings(construct, props);

        Property.Require(construct, nameof(props.Namespaces), ArgoCdLimits.Namespaces(props.Namespaces));
        Property.Require(construct, nameof(props.ClusterResources), ArgoCdLimits.ClusterResources(props.ClusterResources, props.Namespaces));
        Property.Require(construct, nameof(props.Application), props.Application is { } application ? ArgoCdLimits.Application(application) : null);
        Property.Require(construct, nameof(props.Fleet), props.Fleet is { } fleet ? ArgoCdLimits.Fleet(fleet) : null);
        Property.Require(construct, nameof(props.Project), props.Project is { } project ? KubernetesLimits.DnsSubdomain(project) : null);
        Property.Require(construct, nameof(props.Shard), props.Shard is { } shard ? ArgoCdLimits.Shard(shard) : null);
        Property.RequireEach(construct, nameof(props.CreatedNamespaces), props.CreatedNamespaces, KubernetesLimits.DnsLabel);
        foreach (var (key, value) in props.Labels)
        {
            Property.Require(construct, nameof(props.Labels), ArgoCdLimits.UserLabel(key));
            Property.Require(construct, $"{nameof(props.Labels)}[{key}]", KubernetesLimits.LabelValue(value));
        }

        foreach (var key in props.Annotations.Keys)
        {
            Property.Require(construct, nameof(props.Annotations), ArgoCdLimits.UserAnnotation(key));
        }
    }

    private static void CheckAws(Construct construct, ClusterRegistrationProps props)
    {
        Check(nameof(props.AccountId), props.AccountId, AwsLimits.Account);
        Check(nameof(props.Region), props.Region, AwsLimits.Region);
        Check(nameof(props.VpcId), props.VpcId, AwsLimits.VpcId);
        Check(nameof(props.Partition), props.Partition, AwsLimits.PartitionName);

        void Check(string property, string? value, Func<string, string?> limit) =>
            Property.Require(construct, property, value is null || Limit.IsToken(value) ? null : limit(value));
    }

    private static void CheckBindings(Construct construct, ClusterRegistrationProps props)
    {
        var bindings = props.Bindings ?? [];
        var chart = props.Controller?.ChartVersion;
        var together = TargetGroupBindingLimits.Together(bindings, chart is null ? null : ControllerChart.ControllerOf(chart), chart);
        foreach (var (property, fault) in bindings.SelectMany(TargetGroupBindingLimits.Rules).Concat(together))
        {
            Property.Require(construct, property, fault);
        }
    }
}
