using Mooring.Clusters;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd;

/// <summary>What is checked of a <see cref="ClusterRegistration"/> before it is defined.</summary>
internal static class ClusterRegistrationChecks
{
    private static readonly string[] s_partitions = ["aws", "aws-cn", "aws-us-gov"];

    /// <summary>Throws at the first fault.</summary>
    public static void Check(ClusterRegistrationProps props)
    {
        Limit.Require(nameof(props.SecretName), KubernetesLimits.DnsSubdomain(props.SecretName));
        Limit.Require(nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));
        Limit.Require(nameof(props.Environment), KubernetesLimits.LabelValue(props.Environment));
        Limit.Require(nameof(props.EksClusterName), props.EksClusterName is { } name ? EksLimits.ClusterName(name) : null);
        props.Connection.Check();
        CheckAws(props);
        CheckBindings(props);

        Limit.Require(nameof(props.Namespaces), ArgoCdLimits.Namespaces(props.Namespaces));
        Limit.Require(nameof(props.ClusterResources), ArgoCdLimits.ClusterResources(props.ClusterResources, props.Namespaces));
        Limit.Require(nameof(props.Application), props.Application is { } application ? ArgoCdLimits.Application(application) : null);
        Limit.Require(nameof(props.Project), props.Project is { } project ? KubernetesLimits.DnsSubdomain(project) : null);
        Limit.Require(nameof(props.Shard), props.Shard is { } shard ? ArgoCdLimits.Shard(shard) : null);
        foreach (var (key, value) in props.Labels)
        {
            Limit.Require(nameof(props.Labels), ArgoCdLimits.UserLabel(key));
            Limit.Require($"{nameof(props.Labels)}[{key}]", KubernetesLimits.LabelValue(value));
        }

        foreach (var key in props.Annotations.Keys)
        {
            Limit.Require(nameof(props.Annotations), ArgoCdLimits.UserAnnotation(key));
        }
    }

    private static void CheckAws(ClusterRegistrationProps props)
    {
        Check(nameof(props.AccountId), props.AccountId, AwsLimits.Account);
        Check(nameof(props.Region), props.Region, AwsLimits.Region);
        Check(nameof(props.VpcId), props.VpcId, value => AwsLimits.ResourceId("vpc", value));
        Check(nameof(props.Partition), props.Partition, value => s_partitions.Contains(value) ? null : $"must be one of aws, aws-cn and aws-us-gov, got '{value}'");

        static void Check(string property, string? value, Func<string, string?> limit)
            => Limit.Require(property, value is null || Limit.IsToken(value) ? null : limit(value));
    }

    private static void CheckBindings(ClusterRegistrationProps props)
    {
        var bindings = props.Bindings ?? [];
        foreach (var (property, fault) in bindings.SelectMany(TargetGroupBindingLimits.Rules).Concat(TargetGroupBindingLimits.Together(bindings)))
        {
            Limit.Require(property, fault);
        }
    }
}
