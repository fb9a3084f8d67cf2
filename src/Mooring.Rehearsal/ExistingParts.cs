using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Identity;
using Mooring.LoadBalancing;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TargetGroupBindings;

namespace Mooring.Rehearsal;

/// <summary>Existing resources that a fleet only looks up, which are simulated.</summary>
internal static class ExistingParts
{
    /// <summary>Adds to an account what a fleet looks up and none of its stacks creates.</summary>
    public static void AddTo(PretendedAccount account, FleetSpec fleet)
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var location = FleetLocation.OfLoadBalancer(fleet, name);
            var existing = In(account, location);
            AddLoadBalancer(existing, loadBalancer, location);
            AddSecrets(existing, loadBalancer);
        }

        foreach (var (name, cluster) in fleet.Clusters)
        {
            var existing = In(account, FleetLocation.OfCluster(fleet, name));
            AddCluster(existing, name, cluster, fleet);
            if (cluster is { Existing: true, Version: { } version })
            {
                SetVersion(account, name, version);
            }

            foreach (var targetGroup in cluster.Bindings.Select(binding => binding.ExistingTargetGroup).OfType<ExistingTargetGroupSpec>())
            {
                AddTargetGroup(existing, targetGroup, cluster.HasAutoModeController ? name : null, FleetLocation.OfCluster(fleet, name), account.AccountId);
            }
        }

        ExistingArgoCd.AddTo(account, fleet);
        ExistingHcpTerraform.AddTo(account, fleet);
        AddCapability(account, fleet);
    }

    private static void AddCapability(PretendedAccount account, FleetSpec fleet)
    {
        if (fleet.ArgoCd is not { CapabilityRole: { } role } argoCd)
        {
            return;
        }

        var existing = In(account, FleetLocation.OfArgoCd(fleet));
        if (argoCd.Capability is null)
        {
            // EKS adds it when the user creates the capability, after the cluster and before its policy.
            existing.Add("aws_eks_access_entry", [new("cluster_name", argoCd.Cluster), new("principal_arn", role)]);
            return;
        }

        var name = role.Split('/')[^1];
        existing.Add("aws_iam_role", [new("name", name), new("arn", role), new("id", name), new("assume_role_policy", TrustOfCapability)]);
    }

    private const string TrustOfCapability = """
        {
          "Statement": [{
            "Effect": "Allow",
            "Action": ["sts:AssumeRole", "sts:TagSession"],
            "Principal": { "Service": "capabilities.eks.amazonaws.com" }
          }]
        }
        """;

    /// <summary>The resources of a location.</summary>
    public static ExistingResources In(PretendedAccount account, FleetLocation location) => new(account, location.Region, location.AssumeRole);

    private static void AddLoadBalancer(ExistingResources existing, LoadBalancerSpec loadBalancer, FleetLocation location)
    {
        if (loadBalancer.Existing is not { } name)
        {
            return;
        }

        var group = existing.Add("aws_security_group", [new("name", name), new("vpc_id", location.Vpc)]);
        var added = existing.Add("aws_lb", [new("name", name), new("vpc_id", location.Vpc), new("security_groups", Value.List(group["id"]))]);
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
            existing.Add(
                "aws_secretsmanager_secret_version",
                [new("id", $"{secret}|AWSCURRENT"), new("secret_id", secret), new("secret_string", "a simulated secret")]
            );
        }
    }

    private static void AddCluster(ExistingResources existing, string name, ClusterSpec cluster, FleetSpec fleet)
    {
        if (!cluster.Existing)
        {
            AddHandedOverController(existing, name, fleet);
            return;
        }

        var network = Value.Object([new("vpc_id", FleetLocation.OfCluster(fleet, name).Vpc), new("cluster_security_group_id", Value.Unknown)]);
        var added = existing.Add(
            "aws_eks_cluster",
            [
                new("name", name),
                new("vpc_config", network),
                new("access_config", Value.List(Value.Object([new("authentication_mode", "API_AND_CONFIG_MAP")]))),
                .. cluster.HasAutoModeController ? AutoMode : [],
                .. IsIpv6(cluster, fleet) ? [KeyValuePair.Create("kubernetes_network_config", Ipv6Network)] : Array.Empty<KeyValuePair<string, Value>>(),
            ]
        );
        if (cluster.EffectiveOidcProvider == OidcProviderSource.Existing)
        {
            existing.Add("aws_iam_openid_connect_provider", [new("url", added.At("identity", "oidc", "issuer"))]);
        }

        if (ClusterController.Of(fleet, name).Identity == WorkloadIdentity.PodIdentity)
        {
            AddAgent(existing, name, cluster);
        }

        if (HasControllerOfOthers(fleet, name))
        {
            AddController(existing, name, added, fleet);
        }
    }

    /// <summary>In a cluster that an earlier fleet created, somebody else has installed the controller, or has taken over the one that it installed.</summary>
    private static void AddHandedOverController(ExistingResources existing, string name, FleetSpec fleet)
    {
        if (HasControllerOfOthers(fleet, name) && existing.Find("aws_eks_cluster", Value.Object([new("name", name)])) is { } created)
        {
            AddController(existing, name, created, fleet);
        }
    }

    private static bool HasControllerOfOthers(FleetSpec fleet, string name) =>
        fleet.Clusters[name] is { HasController: true, HasAutoModeController: false } && !ClusterController.Of(fleet, name).Install;

    /// <summary>A cluster in which EKS Pod Identity is used has its agent, as an add-on.</summary>
    private static void AddAgent(ExistingResources existing, string name, ClusterSpec cluster)
    {
        if (!cluster.AddOns.ContainsKey(PodIdentityRole.AgentAddOn))
        {
            existing.Add("aws_eks_addon", [new("cluster_name", name), new("addon_name", PodIdentityRole.AgentAddOn)]);
        }
    }

    /// <summary>The owner of the cluster has upgraded it to the version that the file declares.</summary>
    private static void SetVersion(PretendedAccount account, string name, string version)
    {
        var cluster = account.Of("aws_eks_cluster").Single(each => each.Value["name"] == name);
        account.Put(cluster with { Value = cluster.Value.With([new("version", version)]) });
    }

    /// <summary>The controller that somebody else installed. Where the file does not name its role, that has every permission.</summary>
    private static void AddController(ExistingResources existing, string name, ObjectValue cluster, FleetSpec fleet)
    {
        const string every = """{ "Statement": [{ "Effect": "Allow", "Action": ["elasticloadbalancing:*", "ec2:*"], "Resource": "*" }] }""";
        var controller = ClusterController.Of(fleet, name);
        AddAgent(existing, name, fleet.Clusters[name]);
        var role = fleet.Clusters[name].Controller.Role ?? $"{name}-their-controller";
        existing.AddController(cluster, new Version($"{ControllerChart.ControllerOf(controller.EffectiveChartVersion)}"), role);
        if (fleet.Clusters[name].Controller.Role is null)
        {
            existing.Add("aws_iam_role_policy", [new("role", role), new("name", role), new("policy", every)]);
        }
    }

    /// <summary>A target group that a cluster binds to and no stack creates. One of another account is not in this one.</summary>
    private static void AddTargetGroup(
        ExistingResources existing,
        ExistingTargetGroupSpec targetGroup,
        string? autoModeCluster,
        FleetLocation location,
        string accountId
    )
    {
        if (targetGroup.AssumeRole is not null || targetGroup.Arn?.Contains($":{location.Account ?? accountId}:", StringComparison.Ordinal) == false)
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
                new("vpc_id", targetGroup.Vpc ?? location.Vpc),
                // Its owner has tagged it for the cluster, as the file requires.
                .. autoModeCluster is null
                    ? Array.Empty<KeyValuePair<string, Value>>()
                    : [new("tags", Value.Object([new(AutoModeController.ClusterTag, autoModeCluster)]))],
            ]
        );
    }

    /// <summary>EKS Auto Mode, as somebody else enabled it.</summary>
    private static KeyValuePair<string, Value>[] AutoMode { get; } =
    [new("compute_config", Value.List(Value.Object([new("enabled", true), new("node_pools", Value.List("general-purpose", "system"))])))];

    private static Value Ipv6Network { get; } =
        Value.List(
            Value.Object([
                new("ip_family", "ipv6"),
                new("service_ipv4_cidr", ""),
                new("service_ipv6_cidr", "fd30:1c53:5f8a::/108"),
                new("elastic_load_balancing", Value.List()),
            ])
        );

    /// <summary>Pods have addresses of the cluster's family only.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html"/>
    private static bool IsIpv6(ClusterSpec cluster, FleetSpec fleet) =>
        cluster
            .Bindings.Select(binding => BindingTargetGroup.Of(fleet, binding))
            .Any(group => group is { TargetType: TargetType.Ip, IpAddressType: TargetGroupIpAddressType.Ipv6 });
}
