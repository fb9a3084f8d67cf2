using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>What Amazon EKS accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class EksLimits
{
    /// <summary>Length of the name of an EKS node group.</summary>
    public const int NodeGroupNameLength = 63;

    private const int MostPublicCidrs = 40;
    private const int MostTaints = 50;
    private const int MostUnavailable = 100;
    private const int LargestDisk = 16384;
    private const int LongestTaintKey = 63;

    private const string NameRegex = @"^[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z";
    private const string NodeGroupNameRegex = @"^[0-9A-Za-z][0-9A-Za-z_-]{0,62}\z";
    private const string AddOnVersionRegex = @"^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?\z";
    private const string VersionRegex = @"^1\.[1-9][0-9]\z";
    private const string AmiTypeRegex = @"^(AL2|AL2023|BOTTLEROCKET|WINDOWS_(CORE|FULL)_20[0-9]{2})_(x86_64|ARM_64)(_[A-Z]+)*\z";
    private const string AccessPolicyNameRegex = @"^[0-9A-Za-z]+\z";
    private const string ClusterArnRegex = @"^arn:[a-z-]+:eks:[a-z0-9-]+:[0-9]{12}:cluster/[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z";
    private const string AccessNamespaceRegex = @"^(\*|[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?|[0-9a-z][0-9a-z-]{0,61}\*)\z";
    private const string KubernetesGroupRegex = @"^(?!system:)[\s\S]";
    private const string TaintKeyRegex = @"^([0-9a-z]([0-9a-z.-]{0,251}[0-9a-z])?/)?[0-9A-Za-z]([0-9A-Za-z_.-]{0,61}[0-9A-Za-z])?\z";

    // What is left of Kubernetes' own: node.kubernetes.io and kubelet.kubernetes.io.
    private const string ReservedLabelRegex = @"^(?!([^/]*\.)?(node|kubelet)\.kubernetes\.io/)([^/]*\.)?(kubernetes\.io|k8s\.io|eks\.amazonaws\.com)/";

    /// <summary>Name of an EKS cluster: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html"/>
    [Pattern(NameRegex)]
    public static string? ClusterName(string value) =>
        Limit.IsToken(value) || ClusterNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>The subnets of an EKS cluster: at least two, in different zones.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html"/>
    [Entries(2)]
    [Unique]
    public static string? ClusterSubnets(IReadOnlyList<string> subnets) => NetworkLimits.Subnets(subnets);

    /// <summary>Name of a node group: 1 to 63 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    [Pattern(NodeGroupNameRegex)]
    public static string? NodeGroupName(string value) =>
        Limit.IsToken(value) || NodeGroupNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {NodeGroupNameLength} letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>The fewest nodes of a node group: 0 or more.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    [Bounds(0)]
    public static string? NodeGroupMinSize(int value) => Limit.Between(value, 0, int.MaxValue);

    /// <summary>The most nodes of a node group: 1 or more, and no fewer than its fewest.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    [Bounds(1)]
    public static string? NodeGroupMaxSize(int value, int minSize) => Limit.Between(value, Math.Max(1, minSize), int.MaxValue);

    /// <summary>The instance types of a node group: at least one, unless its launch template defines them.</summary>
    public static string? InstanceTypes(int count, bool hasLaunchTemplate = false) => Limit.Entries(count, hasLaunchTemplate ? 0 : 1, int.MaxValue);

    /// <summary>Version of Kubernetes as EKS writes it: <c>1.36</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"/>
    [Pattern(VersionRegex)]
    public static string? Version(string value) =>
        Limit.IsToken(value) || VersionPattern().IsMatch(value) ? null : $"must be a version of Kubernetes such as '1.36', got '{value}'";

    /// <summary>From where an API server is reached: the VPC, the internet or both.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"/>
    public static string? EndpointAccess(bool privateAccess, bool publicAccess) =>
        privateAccess || publicAccess ? null : "must be private, public or both, got neither";

    /// <summary>The addresses of the internet that an API server is reached from: at most 40 CIDR blocks, and none where it is not public.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html"/>
    [Entries(0, MostPublicCidrs)]
    [Each(typeof(NetworkLimits), nameof(NetworkLimits.Cidr))]
    public static string? PublicCidrs(bool publicAccess, IReadOnlyList<string> cidrs) =>
        !publicAccess && cidrs.Count > 0
            ? $"must be empty without public access, got '{cidrs[0]}'"
            : cidrs.Select(NetworkLimits.Cidr).FirstOrDefault(fault => fault is not null) ?? Limit.Entries(cidrs.Count, 0, MostPublicCidrs);

    /// <summary>The groups of an access entry: of type STANDARD only, and none of Kubernetes' own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html"/>
    [Each(typeof(EksLimits), nameof(KubernetesGroup))]
    public static string? KubernetesGroups(AccessEntryType type, IReadOnlyList<string> groups) =>
        type != AccessEntryType.Standard && groups.Count > 0
            ? $"must be empty for type {type.Word()}, got '{groups[0]}'"
            : groups.Select(KubernetesGroup).FirstOrDefault(fault => fault is not null);

    /// <summary>A group of Kubernetes that an access entry can name: none of Kubernetes' own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html"/>
    [Pattern(KubernetesGroupRegex)]
    public static string? KubernetesGroup(string value) =>
        KubernetesGroupPattern().IsMatch(value) ? null : $"must not be empty or begin with 'system:', got '{value}'";

    /// <summary>The policies of an access entry, by name: of type STANDARD or EC2 only, and each once.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html"/>
    [Each(typeof(EksLimits), nameof(AccessPolicyName))]
    [Unique]
    public static string? AccessPolicies(AccessEntryType type, IReadOnlyList<string> policies) =>
        type is not (AccessEntryType.Standard or AccessEntryType.Ec2) && policies.Count > 0 ? $"must be empty for type {type.Word()}, got '{policies[0]}'"
        : policies.Select(AccessPolicyName).FirstOrDefault(fault => fault is not null) is { } fault ? fault
        : policies.GroupBy(policy => policy).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"must not have a policy twice, got '{twice}'"
        : null;

    /// <summary>The namespaces of an access policy; a <c>*</c> at the end matches any suffix.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html"/>
    [Each(typeof(EksLimits), nameof(AccessNamespace))]
    public static string? AccessNamespaces(IReadOnlyList<string> namespaces) => namespaces.Select(AccessNamespace).FirstOrDefault(fault => fault is not null);

    /// <summary>Name of an add-on.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html"/>
    [Pattern(NameRegex)]
    public static string? AddOnName(string value) =>
        Limit.IsToken(value) || ClusterNamePattern().IsMatch(value) ? null : $"must be the name of an add-on such as 'coredns', got '{value}'";

    /// <summary>Version of an add-on: <c>v</c> and a semantic version, which EKS ends with its build.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html"/>
    [Pattern(AddOnVersionRegex)]
    public static string? AddOnVersion(string value) =>
        Limit.IsToken(value) || AddOnVersionPattern().IsMatch(value) ? null : $"must be a version such as 'v1.3.4-eksbuild.1', got '{value}'";

    /// <summary>The settings of an add-on: an object in JSON.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html"/>
    public static string? AddOnConfiguration(string value) => Limit.IsToken(value) || IsJsonObject(value) ? null : $"must be an object in JSON, got '{value}'";

    /// <summary>What EKS does when an add-on that it creates already exists: anything but <c>PRESERVE</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html"/>
    [Values(ConflictResolution.None, ConflictResolution.Overwrite)]
    public static string? ResolveConflictsOnCreate(ConflictResolution value) =>
        value == ConflictResolution.Preserve ? $"must be {ConflictResolution.None.Word()} or {ConflictResolution.Overwrite.Word()}, got {value.Word()}" : null;

    /// <summary>What a managed node group's nodes run. EKS adds to the list, so that only its form is checked.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html"/>
    [Pattern(AmiTypeRegex)]
    public static string? AmiType(string value) =>
        Limit.IsToken(value) || AmiTypePattern().IsMatch(value) ? null
        : value == "CUSTOM" ? "must be left out where the launch template has an AMI of its own: EKS reports 'CUSTOM', and refuses it"
        : $"must be an AMI type such as 'AL2023_x86_64_STANDARD', got '{value}'";

    /// <summary>The disk of a node in GiB, 1 to 16384; a launch template defines it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    [Bounds(1, LargestDisk)]
    public static string? DiskSize(int value, bool hasLaunchTemplate = false) =>
        hasLaunchTemplate
            ? string.Create(CultureInfo.InvariantCulture, $"must be left out with a launch template, got {value}")
            : Limit.Between(value, 1, LargestDisk);

    /// <summary>A launch template: named by its id or by its name.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_LaunchTemplateSpecification.html"/>
    public static string? LaunchTemplate(string? id, string? name) =>
        (id, name) switch
        {
            (null, null) => "must have an id or a name, got neither",
            (not null, not null) => $"must have an id or a name, got '{id}' and '{name}'",
            (not null, null) => AwsLimits.LaunchTemplateId(id),
            _ => null,
        };

    /// <summary>The number, or the percentage, of the nodes that an update makes unavailable at once: 1 to 100.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html"/>
    [Bounds(1, MostUnavailable)]
    public static string? MaxUnavailable(int value) => Limit.Between(value, 1, MostUnavailable);

    /// <summary>How many nodes an update takes away at once: a number or a percentage, 1 to 100.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html"/>
    public static string? NodeUpdate(int? maxUnavailable, int? maxUnavailablePercentage) =>
        (maxUnavailable, maxUnavailablePercentage) switch
        {
            ({ } count, null) => MaxUnavailable(count),
            (null, { } percentage) => MaxUnavailable(percentage),
            (null, null) => "must have a number or a percentage, got neither",
            _ => "must have a number or a percentage, got both",
        };

    /// <summary>The labels of nodes. The kubelet may not set labels of Kubernetes, and EKS reserves its own.</summary>
    /// <seealso href="https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction"/>
    [EachName(typeof(EksLimits), nameof(NodeLabelKey))]
    [Each(typeof(KubernetesLimits), nameof(KubernetesLimits.LabelValue))]
    public static string? NodeLabels(IReadOnlyDictionary<string, string> labels) =>
        labels.Select(label => NodeLabelKey(label.Key) ?? KubernetesLimits.LabelValue(label.Value)).FirstOrDefault(fault => fault is not null);

    /// <summary>The taints of nodes: at most 50, no two of the same key and effect.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html"/>
    [Entries(0, MostTaints)]
    public static string? NodeTaints(IReadOnlyList<NodeTaint> taints) =>
        taints
            .Select(taint => TaintKey(taint.Key) ?? (taint.Value is { } value ? KubernetesLimits.LabelValue(value) : null))
            .FirstOrDefault(fault => fault is not null)
        ?? taints
            .GroupBy(taint => (taint.Key, taint.Effect))
            .Where(group => group.Count() > 1)
            .Select(group => TaintTwice(group.Key.Key, group.Key.Effect))
            .FirstOrDefault()
        ?? TaintCount(taints.Count);

    /// <summary>How many taints there are: at most 50.</summary>
    [Entries(0, MostTaints)]
    public static string? TaintCount(int count) => Limit.Entries(count, 0, MostTaints);

    /// <summary>The error of a taint that is there already.</summary>
    public static string TaintTwice(string key, TaintEffect effect) => $"must not have a taint twice, got '{key}' with {effect.Word()}";

    /// <summary>A namespace of an access policy; a <c>*</c> at its end matches any suffix.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html"/>
    [Pattern(AccessNamespaceRegex)]
    public static string? AccessNamespace(string value) =>
        Limit.IsToken(value) || AccessNamespacePattern().IsMatch(value) ? null : $"must be namespaces, where '*' at the end matches any suffix, got '{value}'";

    /// <summary>The key of a label of nodes: none that is reserved by Kubernetes or EKS.</summary>
    /// <seealso href="https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction"/>
    [Pattern($"(?!{ReservedLabelRegex}){KubernetesLimits.LabelKeyRegex}")]
    public static string? NodeLabelKey(string key) =>
        Limit.IsToken(key) ? null
        : KubernetesLimits.LabelKey(key) is { } fault ? fault
        : ReservedLabelPattern().IsMatch(key) ? $"must not have a key that Kubernetes or EKS reserves, got '{key}'"
        : null;

    /// <summary>The key of a taint of nodes.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html"/>
    [Pattern(TaintKeyRegex)]
    [Length(1, LongestTaintKey)]
    public static string? TaintKey(string key) =>
        Limit.IsToken(key) || (key.Length <= LongestTaintKey && TaintKeyPattern().IsMatch(key))
            ? null
            : $"must have keys of 1 to 63 letters, digits, hyphens, underscores and dots, with or without a DNS name and '/' in front, got '{key}'";

    private static bool IsJsonObject(string value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Name of an access policy, without the ARN around it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
    [Pattern(AccessPolicyNameRegex)]
    public static string? AccessPolicyName(string value) =>
        Limit.IsToken(value) || AccessPolicyNamePattern().IsMatch(value)
            ? null
            : $"must be the name of an access policy such as 'AmazonEKSViewPolicy', got '{value}'";

    /// <summary>ARN of a cluster.</summary>
    /// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html"/>
    [Pattern(ClusterArnRegex)]
    public static string? ClusterArn(string value) =>
        Limit.IsToken(value) || ClusterArnPattern().IsMatch(value) ? null : $"must be the ARN of an EKS cluster, got '{value}'";

    [GeneratedRegex(AccessPolicyNameRegex)]
    private static partial Regex AccessPolicyNamePattern();

    [GeneratedRegex(ClusterArnRegex)]
    private static partial Regex ClusterArnPattern();

    [GeneratedRegex(NameRegex)]
    private static partial Regex ClusterNamePattern();

    [GeneratedRegex(NodeGroupNameRegex)]
    private static partial Regex NodeGroupNamePattern();

    [GeneratedRegex(AddOnVersionRegex)]
    private static partial Regex AddOnVersionPattern();

    [GeneratedRegex(VersionRegex)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(AmiTypeRegex)]
    private static partial Regex AmiTypePattern();

    [GeneratedRegex(TaintKeyRegex)]
    private static partial Regex TaintKeyPattern();

    [GeneratedRegex(AccessNamespaceRegex)]
    private static partial Regex AccessNamespacePattern();

    [GeneratedRegex(KubernetesGroupRegex)]
    private static partial Regex KubernetesGroupPattern();

    [GeneratedRegex(ReservedLabelRegex)]
    private static partial Regex ReservedLabelPattern();
}
