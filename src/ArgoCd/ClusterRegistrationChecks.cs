using Mooring.Limits;

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
        CheckConnection(props);
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

    private static void CheckConnection(ClusterRegistrationProps props)
    {
        Check(nameof(props.ClusterEndpoint), props.ClusterEndpoint);
        Check(nameof(props.ClusterCertificateAuthorityData), props.ClusterCertificateAuthorityData);
        Check(nameof(props.AccessRoleArn), props.AccessRoleArn);

        void Check(string property, string? value) => Limit.Require(property, (props.Connection, value) switch
        {
            (null, null) => $"is required where there is no '{nameof(props.Connection)}'",
            (not null, not null) => $"must be left out where there is a '{nameof(props.Connection)}', got '{value}'",
            _ => null,
        });
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
        foreach (var binding in props.Bindings ?? [])
        {
            Limit.Require(nameof(binding.Name), KubernetesLimits.DnsLabel(binding.Name));
            Limit.Require(nameof(binding.Namespace), KubernetesLimits.DnsLabel(binding.Namespace));
            Limit.Require(nameof(binding.ServiceName), KubernetesLimits.DnsLabel(binding.ServiceName));
            Limit.Require(nameof(binding.ServicePort), KubernetesLimits.ServicePort(binding.ServicePort));
        }
    }
}
