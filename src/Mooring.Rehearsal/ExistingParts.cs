using Mooring.Fleet;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.Rehearsal;

/// <summary>Existing resources that a fleet only looks up, which are simulated.</summary>
internal static class ExistingParts
{
    /// <summary>Adds to an account what a fleet looks up and none of its stacks creates.</summary>
    public static void AddTo(PretendedAccount account, FleetSpec fleet)
    {
        var existing = new ExistingResources(account, fleet.Region);
        foreach (var loadBalancer in fleet.LoadBalancers.Values)
        {
            AddLoadBalancer(existing, loadBalancer, fleet);
            AddSecrets(existing, loadBalancer);
        }

        foreach (var (name, cluster) in fleet.Clusters)
        {
            AddCluster(existing, name, cluster, fleet);
            foreach (var targetGroup in cluster.Bindings.Select(binding => binding.ExistingTargetGroup).OfType<ExistingTargetGroupSpec>())
            {
                AddTargetGroup(existing, targetGroup, fleet, account.AccountId);
            }
        }

        if (fleet.ArgoCd is { CapabilityRole: { } role } argoCd)
        {
            // EKS adds it when the user creates the capability, after the cluster and before its policy.
            existing.Add("aws_eks_access_entry", [new("cluster_name", argoCd.Cluster), new("principal_arn", role)]);
        }
    }

    private static void AddLoadBalancer(ExistingResources existing, LoadBalancerSpec loadBalancer, FleetSpec fleet)
    {
        if (loadBalancer.Existing is not { } name)
        {
            return;
        }

        var group = existing.Add("aws_security_group", [new("name", name), new("vpc_id", fleet.Vpc)]);
        var added = existing.Add("aws_lb", [new("name", name), new("vpc_id", fleet.Vpc), new("security_groups", Value.List(group["id"]))]);
        foreach (var listener in loadBalancer.Listeners.Values)
        {
            existing.Add("aws_lb_listener", [new("load_balancer_arn", added["arn"]), new("port", listener.Port)]);
        }
    }

    private static void AddSecrets(ExistingResources existing, LoadBalancerSpec loadBalancer)
    {
        foreach (
            var secret in loadBalancer
                .Listeners.Values.SelectMany(listener => listener.Actions)
                .Select(action => action.Forward?.Authenticate?.Oidc?.ClientSecretId)
                .OfType<string>()
                .Distinct()
        )
        {
            existing.Add("aws_secretsmanager_secret_version", [new("secret_id", secret), new("secret_string", "a simulated secret")]);
        }
    }

    private static void AddCluster(ExistingResources existing, string name, ClusterSpec cluster, FleetSpec fleet)
    {
        if (cluster.Existing)
        {
            var network = Value.Object([new("vpc_id", fleet.Vpc), new("cluster_security_group_id", Value.Unknown)]);
            var added = existing.Add("aws_eks_cluster", [new("name", name), new("vpc_config", network)]);
            if (cluster.EffectiveOidcProvider == OidcProviderSource.Existing)
            {
                existing.Add("aws_iam_openid_connect_provider", [new("url", added.At("identity", "oidc", "issuer"))]);
            }
        }
    }

    /// <summary>A target group that a cluster binds to and no stack creates. One of another account is not in this one.</summary>
    private static void AddTargetGroup(ExistingResources existing, ExistingTargetGroupSpec targetGroup, FleetSpec fleet, string accountId)
    {
        if (targetGroup.AssumeRole is not null || targetGroup.Arn?.Contains($":{accountId}:", StringComparison.Ordinal) == false)
        {
            return;
        }

        KeyValuePair<string, Value>[] identity = targetGroup.Arn is { } arn
            ? [new("name", arn.Split('/')[1]), new("id", arn), new("arn", arn)]
            : [new("name", targetGroup.Name)];
        existing.Add(
            "aws_lb_target_group",
            [
                .. identity,
                new("target_type", targetGroup.TargetType.Word()),
                new("ip_address_type", targetGroup.IpAddressType.Word()),
                new("protocol", targetGroup.Protocol?.Word() ?? "HTTP"),
                new("vpc_id", targetGroup.Vpc ?? fleet.Vpc),
            ]
        );
    }
}
