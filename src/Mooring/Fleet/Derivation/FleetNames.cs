using System.Security.Cryptography;
using System.Text;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>
/// Derives the names of everything in a fleet, only from the fleet file. They are a public contract: stacks find each other's resources by them,
/// and a changed name replaces the resource. What is renamed in the file keeps the names of its original name; see <see cref="ClusterSpec.Renamed"/>.
/// </summary>
public static class FleetNames
{
    private const int IdentityLength = 8;

    /// <summary>
    /// Name of a load balancer, and of its security group if Terraform creates one: <c>&lt;fleet&gt;-&lt;name&gt;</c>, or the name of an existing
    /// load balancer.
    /// </summary>
    public static string LoadBalancer(FleetSpec fleet, string loadBalancer) =>
        fleet.LoadBalancers.GetValueOrDefault(loadBalancer) switch
        {
            { Existing: { } name } => name,
            { Adopt: { } arn } => AwsLimits.LoadBalancerNameOf(arn) ?? arn,
            _ => $"{fleet.Name}-{OriginalNames.LoadBalancer(fleet, loadBalancer)}",
        };

    /// <summary>
    /// Name of a binding's target group: <c>&lt;fleet&gt;-&lt;cluster&gt;-&lt;identity&gt;</c>, the first two truncated to fit 32 characters. The
    /// identity is a hash of the binding and of all properties that make AWS replace a target group, so that the new one can be created while the
    /// old one still serves. An existing target group keeps its name.
    /// </summary>
    public static string TargetGroup(FleetSpec fleet, string cluster, BindingSpec binding) =>
        binding switch
        {
            { ExistingTargetGroup: { } existing } => existing.Name ?? AwsLimits.TargetGroupNameOf(existing.Arn ?? string.Empty) ?? string.Empty,
            { TargetGroupRef: { } name, LoadBalancer: { } loadBalancer } => TargetGroup(fleet, loadBalancer, name),
            _ => TargetGroup(
                fleet,
                binding.TargetGroup,
                VpcOf(fleet, cluster, binding),
                OriginalNames.Cluster(fleet, cluster),
                [
                    .. IdentityOf(fleet, cluster, binding),
                    binding.LoadBalancer is { } loadBalancer ? OriginalNames.LoadBalancer(fleet, loadBalancer) : string.Empty,
                ]
            ),
        };

    /// <summary>
    /// The names of a cluster's target groups without the identity: <c>&lt;fleet&gt;-&lt;cluster&gt;</c>, truncated to fit 32 characters with it.
    /// </summary>
    public static string TargetGroupPrefix(FleetSpec fleet, string cluster) => PrefixOf(fleet, OriginalNames.Cluster(fleet, cluster));

    /// <summary>
    /// Name of a target group that a load balancer declares: <c>&lt;fleet&gt;-&lt;name&gt;-&lt;identity&gt;</c>, like that of a binding's. The hash
    /// differs from that of every binding's, because no cluster has an empty name.
    /// </summary>
    public static string TargetGroup(FleetSpec fleet, string loadBalancer, string targetGroup) =>
        TargetGroup(
            fleet,
            fleet.LoadBalancers[loadBalancer].TargetGroups[targetGroup],
            FleetLocation.OfLoadBalancer(fleet, loadBalancer).Vpc,
            targetGroup,
            [string.Empty, targetGroup, OriginalNames.LoadBalancer(fleet, loadBalancer)]
        );

    /// <summary>
    /// Name of a binding's TargetGroupBinding: that of its target group, in the lower case that Kubernetes requires. A TargetGroupBinding cannot
    /// change its target group, so the binding to a new one needs a new name. Where the target group's name does not identify it, because the
    /// target group is not the binding's own or is referred to by its name, a hash is added. Where the target group is looked up, the stacks add its id
    /// when it was created again; see <see cref="TargetGroupBindings.TargetGroupBindingName"/>.
    /// </summary>
    public static string TargetGroupBinding(FleetSpec fleet, string cluster, BindingSpec binding)
    {
        var name = TargetGroup(fleet, cluster, binding).ToLowerInvariant();
        List<string> identity = [];
        if (binding.TargetGroupRef is not null)
        {
            identity.AddRange(IdentityOf(fleet, cluster, binding));
        }

        if (binding.ExistingTargetGroup is { } existing)
        {
            identity.AddRange([
                .. IdentityOf(fleet, cluster, binding),
                existing.Arn ?? string.Empty,
                existing.TargetType.Word(),
                existing.IpAddressType.Word(),
                existing.Vpc ?? string.Empty,
            ]);
        }

        if (binding.Reference == TargetGroupReference.Name)
        {
            identity.Add(binding.Reference.Word());
        }

        return identity.Count == 0 ? name : $"{name}-{Hash([.. identity])}";
    }

    /// <summary>What identifies a binding: the original names of its cluster and its own.</summary>
    private static string[] IdentityOf(FleetSpec fleet, string cluster, BindingSpec binding) =>
        [OriginalNames.Cluster(fleet, cluster), OriginalNames.Binding(fleet, binding)];

    /// <summary>
    /// What the names of a cluster's roles begin with: its original name, and its region where that is not the fleet's own or the fleet has
    /// <see cref="IamSpec.RegionInNames"/>. Roles belong to an account, and a cluster's name is unique in a region only.
    /// </summary>
    internal static string RoleOwner(FleetSpec fleet, string cluster) =>
        RoleOwner(fleet, OriginalNames.Cluster(fleet, cluster), FleetLocation.OfCluster(fleet, cluster));

    /// <summary>Name of the role that a cluster's AWS Load Balancer Controller has.</summary>
    public static string ControllerRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "aws-lb-controller");

    /// <summary>Name of the policy that a cluster's controller of somebody else gets for the fleet's target groups, in its role.</summary>
    public static string ControllerPolicy(FleetSpec fleet, string cluster) => $"{fleet.Name}-{ControllerRole(fleet, cluster)}";

    /// <summary>Name of the role of Argo CD itself, in the root cluster.</summary>
    /// <param name="fleet">The fleet, with an Argo CD.</param>
    public static string ArgoCdRole(FleetSpec fleet) =>
        Role(RoleOwner(fleet, OriginalNames.RootCluster(fleet, fleet.ArgoCd!), FleetLocation.OfArgoCd(fleet)), "argocd");

    /// <summary>Name of the role of an EKS Capability for Argo CD that is created, in the root cluster.</summary>
    /// <param name="fleet">The fleet, with an Argo CD.</param>
    public static string ArgoCdCapabilityRole(FleetSpec fleet) =>
        Role(RoleOwner(fleet, OriginalNames.RootCluster(fleet, fleet.ArgoCd!), FleetLocation.OfArgoCd(fleet)), "argocd-capability");

    /// <summary>Name of the role that Argo CD assumes to reach a cluster.</summary>
    public static string ArgoCdAccessRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "argocd-access");

    /// <summary>
    /// Path of the roles that Argo CD assumes in other accounts than its own: <c>argocd/&lt;fleet&gt;/</c> below that of all roles. Its policy names
    /// the path.
    /// </summary>
    internal static string ArgoCdAccessPath(FleetSpec fleet) => ArgoCdAccessPath(fleet.Iam.Path, fleet.Name);

    /// <summary>The same of another fleet.</summary>
    internal static string ArgoCdAccessPath(string? iamPath, string fleet) => $"{iamPath ?? "/"}argocd/{fleet}/";

    /// <summary>Name of the role of a cluster's control plane.</summary>
    public static string ClusterRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "eks-cluster");

    /// <summary>Name of the role of the nodes that EKS Auto Mode runs in a cluster.</summary>
    public static string AutoModeNodeRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "eks-auto-node");

    /// <summary>Name of the role of Karpenter's controller in a cluster.</summary>
    public static string KarpenterRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "karpenter");

    /// <summary>Name of the role of the nodes that Karpenter launches in a cluster.</summary>
    public static string KarpenterNodeRole(FleetSpec fleet, string cluster) => Role(RoleOwner(fleet, cluster), "eks-karpenter-node");

    /// <summary>
    /// Name of the queue that Karpenter reads, and of the rule that fills it: <c>&lt;cluster&gt;-karpenter</c>, at most 64 characters, as for a role.
    /// </summary>
    /// <param name="cluster">Original name of the cluster.</param>
    public static string KarpenterQueue(string cluster) => Role(cluster, "karpenter");

    /// <summary>
    /// Name of the role of a node group's nodes. A hash distinguishes the node group <c>b-c</c> of cluster <c>a</c> from <c>c</c> of <c>a-b</c>.
    /// </summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="nodeGroup">Original name of the node group.</param>
    public static string NodeRole(FleetSpec fleet, string cluster, string nodeGroup)
    {
        var owner = RoleOwner(fleet, cluster);
        return HashedRole($"{owner}-{nodeGroup}", Hash(owner, nodeGroup), "eks-node");
    }

    /// <summary>
    /// Name of a node group in AWS: <c>&lt;node group&gt;-&lt;identity&gt;</c>. The identity is a hash of what makes AWS replace a node group, so
    /// that the new nodes exist before the old ones are drained.
    /// </summary>
    public static string NodeGroup(FleetSpec fleet, ClusterSpec cluster, string nodeGroup)
    {
        var group = cluster.NodeGroups[nodeGroup];
        List<string> identity = [.. group.InstanceTypes, string.Empty, .. cluster.Subnets];
        // Properties that were added later are left out where they have their default, so that existing names do not change.
        (string What, string? Value)[] later =
        [
            ("capacityType", group.CapacityType is CapacityType.Spot ? group.CapacityType.Value.Word() : null),
            ("amiType", group.AmiType),
            ("diskSize", group.DiskSize is { } size ? $"{size}" : null),
            ("launchTemplate", group.LaunchTemplate?.Id ?? group.LaunchTemplate?.Name),
            ("path", fleet.Iam.Path is "/" ? null : fleet.Iam.Path),
        ];
        identity.AddRange(later.Where(part => part.Value is not null).Select(part => $"{part.What}={part.Value}"));
        return $"{Cut(OriginalNames.NodeGroup(cluster, nodeGroup), EksLimits.NodeGroupNameLength - IdentityLength - 1)}-{Hash([.. identity])}";
    }

    /// <summary>
    /// Name of a Fargate profile in AWS: <c>&lt;profile&gt;-&lt;identity&gt;</c>. The identity is a hash of all that it is made of, because EKS changes
    /// nothing of a profile: the new one exists before the old one is deleted.
    /// </summary>
    public static string FargateProfile(FleetSpec fleet, string cluster, string profile)
    {
        var spec = fleet.Clusters[cluster].FargateProfiles[profile];
        string[] selectors =
        [
            .. spec
                .Selectors.Select(selector =>
                    string.Join(
                        ',',
                        selector
                            .Labels.OrderBy(label => label.Key, StringComparer.Ordinal)
                            .Select(label => $"{label.Key}={label.Value}")
                            .Prepend(selector.Namespace)
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
        var hash = Hash([.. selectors, string.Empty, .. SubnetsOf(fleet.Clusters[cluster], spec).Order(StringComparer.Ordinal), fleet.Iam.Path ?? "/"]);
        return $"{Cut(profile, FargateLimits.NameLength - IdentityLength - 1)}-{hash}";
    }

    /// <summary>The subnets of a Fargate profile: its own, or the cluster's.</summary>
    internal static IReadOnlyList<string> SubnetsOf(ClusterSpec cluster, FargateProfileSpec profile) =>
        profile.Subnets.Count > 0 ? profile.Subnets : cluster.Subnets;

    /// <summary>Name of the pod execution role of a Fargate profile.</summary>
    public static string FargateRole(FleetSpec fleet, string cluster, string profile)
    {
        var owner = RoleOwner(fleet, cluster);
        return HashedRole($"{owner}-{profile}", Hash(owner, profile), "eks-fargate");
    }

    /// <summary>
    /// Name of a self-managed node group's Auto Scaling group, <c>&lt;cluster&gt;-&lt;node group&gt;-&lt;hash&gt;</c>: unlike that of a managed
    /// one it must be unique in its account and region.
    /// </summary>
    public static string SelfManagedNodeGroup(string cluster, string nodeGroup) =>
        Hashed($"{cluster}-{nodeGroup}", Hash(cluster, nodeGroup), EksLimits.NodeGroupNameLength);

    /// <summary>
    /// Name of a role through which controllers in other accounts register targets: <c>&lt;fleet&gt;-&lt;load balancer&gt;-&lt;name&gt;-&lt;hash&gt;</c>.
    /// </summary>
    public static string CrossAccountRole(FleetSpec fleet, string loadBalancer, string role)
    {
        var original = OriginalNames.LoadBalancer(fleet, loadBalancer);
        return Hashed($"{fleet.Name}-{original}-{role}", Hash(fleet.Name, original, role), IamLimits.RoleNameLength);
    }

    /// <summary>
    /// Name of the role through which the controller of a cluster in another account registers its targets in a load balancer's target groups, and the
    /// external id that it gives: <c>&lt;fleet&gt;-&lt;load balancer&gt;-&lt;cluster&gt;-&lt;hash&gt;</c>.
    /// </summary>
    public static string TargetRole(FleetSpec fleet, string loadBalancer, string cluster)
    {
        var (balancer, bound) = (OriginalNames.LoadBalancer(fleet, loadBalancer), OriginalNames.Cluster(fleet, cluster));
        // The empty part keeps the hash apart from that of a declared role.
        return Hashed(Plain($"{fleet.Name}-{balancer}-{bound}"), Hash(fleet.Name, balancer, string.Empty, bound), IamLimits.RoleNameLength);
    }

    /// <summary>
    /// Name of a fleet in the names of its ApplicationSets and in the label of its cluster Secrets: its name, in lower case, as Kubernetes requires.
    /// </summary>
    public static string InArgoCd(FleetSpec fleet) => Legal(fleet.Name, ArgoCdLimits.FleetLength);

    /// <summary>
    /// Name of a cluster in the names of its Applications: <c>&lt;fleet&gt;-&lt;cluster&gt;</c>, in lower case and without underscores, as Kubernetes
    /// requires, truncated where the longest of those names would not fit.
    /// </summary>
    public static string Application(FleetSpec fleet, string cluster) =>
        Legal($"{fleet.Name}-{OriginalNames.Cluster(fleet, cluster)}", ArgoCdLimits.ApplicationLength);

    /// <summary>
    /// Name of a cluster's Secret in Argo CD's namespace: <c>&lt;fleet&gt;-&lt;cluster&gt;</c>, in lower case and without underscores, as Kubernetes
    /// requires.
    /// </summary>
    public static string ClusterSecret(FleetSpec fleet, string cluster) =>
        Legal($"{fleet.Name}-{OriginalNames.Cluster(fleet, cluster)}", KubernetesLimits.SubdomainLength);

    /// <summary>
    /// Name of a stack's state: <c>&lt;fleet&gt;-&lt;stack&gt;</c>. The stack <c>cluster-b</c> of a fleet <c>a-cluster</c> would have the name of
    /// <c>cluster-cluster-b</c> of a fleet <c>a</c>: where the fleet's name can be taken for a shorter one's, a hash keeps the states apart.
    /// </summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="stack">Name of the stack, which begins with its kind.</param>
    /// <param name="kinds">Names of the kinds of stacks that load balancers and clusters have.</param>
    public static string State(FleetSpec fleet, string stack, IEnumerable<string> kinds)
    {
        var name = $"{fleet.Name}-{stack}";
        var endOfShortest = kinds
            .Select(kind => name.IndexOf($"-{kind}-", StringComparison.Ordinal))
            .Where(index => index > 0)
            .DefaultIfEmpty(fleet.Name.Length)
            .Min();
        return endOfShortest == fleet.Name.Length ? name : $"{name}-{Hash(fleet.Name, stack)}";
    }

    /// <summary>Name of the role that the fleet's runs in HCP Terraform assume: <c>&lt;fleet&gt;-hcp-terraform</c>.</summary>
    public static string RunRole(FleetSpec fleet) => Role(fleet.Iam.RegionInNames ? $"{fleet.Name}-{fleet.Region}" : fleet.Name, "hcp-terraform");

    /// <summary>
    /// Name of a stack's workspace in HCP Terraform: that of its state, truncated to fit 90 characters, with a hash of the whole name that keeps it
    /// unique.
    /// </summary>
    public static string Workspace(string name) =>
        name.Length <= TerraformLimits.WorkspaceLength ? name : Hashed(name, Hash(name), TerraformLimits.WorkspaceLength);

    /// <summary>A name that Kubernetes accepts; where it differs from the requested one, a hash of the requested one keeps it unique.</summary>
    private static string Legal(string name, int length)
    {
        var legal = name.Replace('_', '-').ToLowerInvariant().TrimEnd('-');
        return legal == name && name.Length <= length ? name : Hashed(legal, Hash(name), length);
    }

    /// <summary>A name of letters, digits, hyphens and underscores only. The name of an existing load balancer in the file can have others.</summary>
    private static string Plain(string name) => string.Concat(name.Select(each => char.IsAsciiLetterOrDigit(each) || each == '_' ? each : '-'));

    private static string RoleOwner(FleetSpec fleet, string cluster, FleetLocation location) =>
        fleet.Iam.RegionInNames || location.Region != fleet.Region ? $"{cluster}-{location.Region}" : cluster;

    /// <summary><c>&lt;name&gt;-&lt;hash&gt;</c>, the name truncated to fit.</summary>
    private static string Hashed(string name, string hash, int length) => $"{Cut(name, length - hash.Length - 1).TrimEnd('-')}-{hash}";

    /// <summary>
    /// <c>&lt;owner&gt;-&lt;suffix&gt;</c>; an owner that does not fit IAM's 64 characters is truncated, and a hash of it keeps the name unique.
    /// </summary>
    private static string Role(string owner, string suffix)
    {
        var name = $"{owner}-{suffix}";
        return name.Length <= IamLimits.RoleNameLength ? name : HashedRole(owner, Hash(owner), suffix);
    }

    /// <summary><c>&lt;owner&gt;-&lt;hash&gt;-&lt;suffix&gt;</c>, the owner truncated so that the name fits.</summary>
    private static string HashedRole(string owner, string hash, string suffix) =>
        $"{Cut(owner, IamLimits.RoleNameLength - hash.Length - suffix.Length - 2)}-{hash}-{suffix}";

    private static string TargetGroup(FleetSpec fleet, TargetGroupSpec group, string vpc, string owner, string[] identity)
    {
        if (group.Adopt is { } arn)
        {
            return AwsLimits.TargetGroupNameOf(arn) ?? arn;
        }

        List<string> parts = [fleet.Name, .. identity, vpc, group.TargetType.Word(), group.Protocol.Word(), $"{group.Port}"];
        // Properties that were added later are left out where they have their default, so that existing names do not change.
        parts.AddRange(group.ProtocolVersion == ProtocolVersion.Http1 ? [] : [group.ProtocolVersion.Word()]);
        parts.AddRange(group.IpAddressType == TargetGroupIpAddressType.Ipv4 ? [] : [group.IpAddressType.Word()]);
        parts.AddRange(group.TargetControlPort is { } control ? [$"targetControlPort={control}"] : []);
        return $"{PrefixOf(fleet, owner)}-{Hash([.. parts])}";
    }

    private static string VpcOf(FleetSpec fleet, string cluster, BindingSpec binding) =>
        (binding.LoadBalancer is { } loadBalancer ? FleetLocation.OfLoadBalancer(fleet, loadBalancer) : FleetLocation.OfCluster(fleet, cluster)).Vpc;

    private static string PrefixOf(FleetSpec fleet, string owner)
    {
        // EKS allows the underscore in a cluster's name, ELB does not.
        var readable = $"{fleet.Name}-{owner}".Replace('_', '-');
        return Cut(readable, LoadBalancerLimits.NameLength - IdentityLength - 1).TrimEnd('-');
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>Eight hexadecimal digits that differ where any of the parts does.</summary>
    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..IdentityLength];
}
