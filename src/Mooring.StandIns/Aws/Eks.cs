using System.Text;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Elastic Kubernetes Service: clusters and their resources.</summary>
internal static class Eks
{
    /// <summary>The type of access entries.</summary>
    public const string Entry = "aws_eks_access_entry";

    private const string AccessEntryInUse = "ResourceInUseException: The specified access entry resource is already in use on this cluster: {0}";
    private const string NoCluster = "ResourceNotFoundException: No cluster found for name: {0}.";

    /// <summary>Its resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new("aws_eks_cluster")
            {
                Unique = ["name"],
                Duplicate = "ResourceInUseException: Cluster already exists with name: {0}",
                Needs = [new("role_arn", "aws_iam_role", "arn", "InvalidParameterException: The role with ARN {0} does not exist")],
                // EKS cannot disable the encryption of Secrets.
                ReplacedFor = (prior, planned) =>
                    [
                        .. prior["encryption_config"].Elements.Count > planned["encryption_config"].Elements.Count
                            ? ["encryption_config"]
                            : Array.Empty<string>(),
                        .. AutoMode.ReplacedFor(prior, planned),
                    ],
                Apply = creation => EksVersions.RefusalOfCluster(creation) ?? RefusalOfAuthenticationMode(creation) ?? AutoMode.Refusal(creation),
                Computed = Cluster,
            },
            new("aws_eks_node_group")
            {
                Unique = ["cluster_name", "node_group_name"],
                Duplicate = "ResourceInUseException: NodeGroup already exists with name {0}",
                Needs =
                [
                    InCluster with
                    {
                        InUse = "ResourceInUseException: Cluster has nodegroups attached",
                    },
                    new("node_role_arn", "aws_iam_role", "arn", "InvalidParameterException: The role with ARN {0} does not exist"),
                ],
                Apply = creation => EksVersions.RefusalOfNodeGroup(creation) ?? RefusalOfScaling(creation),
                Computed = creation => [.. Member(creation, "node_group_name", "nodegroup"), .. NodeGroup(creation)],
            },
            new(Entry)
            {
                Unique = ["cluster_name", "principal_arn"],
                Duplicate = AccessEntryInUse,
                Needs = [InCluster],
                Apply = RefusalOfAccessEntry,
                Computed = AccessEntry,
            },
            new("aws_eks_access_policy_association")
            {
                Needs =
                [
                    InCluster,
                    new("principal_arn", Entry, "principal_arn", "ResourceNotFoundException: The specified principalArn could not be found: {0}")
                    {
                        Within = "cluster_name",
                    },
                ],
                Computed = creation => [new("id", $"{creation.Text("cluster_name")}#{creation.Text("principal_arn")}#{creation.Text("policy_arn")}")],
            },
            new("aws_eks_addon")
            {
                Unique = ["cluster_name", "addon_name"],
                Duplicate = "ResourceInUseException: Addon already exists: {0}",
                Needs = [InCluster],
                Computed = creation => [.. Member(creation, "addon_name", "addon"), new("addon_version", "v1.0.0-eksbuild.1")],
            },
            new("aws_eks_pod_identity_association")
            {
                Unique = ["cluster_name", "namespace", "service_account"],
                Duplicate = "ResourceInUseException: Association already exists: {0}",
                Needs = [InCluster, new("role_arn", "aws_iam_role", "arn", "InvalidParameterException: The role with ARN {0} does not exist")],
                ComputedAnew = ["external_id"],
                Computed = PodIdentity,
            },
            EksCapabilities.Resource,
            EksFargate.Resource,
        ];

    /// <summary>The limits of a node group must have the number of its nodes between them, which Terraform leaves to the autoscaler.</summary>
    /// <seealso href="https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3306"/>
    /// <seealso href="https://github.com/ministryofjustice/cloud-platform-infrastructure/pull/4595"/>
    private static string? RefusalOfScaling(Creation creation)
    {
        var scaling = creation.Planned.At("scaling_config");
        return (scaling.At("min_size"), scaling.At("desired_size"), scaling.At("max_size")) switch
        {
            (NumberValue min, NumberValue nodes, _) when min.Value > nodes.Value =>
                $"InvalidParameterException: Minimum capacity {min.Value} can't be greater than desired size {nodes.Value}",
            (_, NumberValue nodes, NumberValue max) when nodes.Value > max.Value => "InvalidParameterException: desiredSize can't be greater than maxSize",
            _ => null,
        };
    }

    /// <summary>The authentication mode of a cluster changes by one step at a time, and never back.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html"/>
    /// <seealso href="https://github.com/pulumi/pulumi-eks/issues/1493"/>
    private static string? RefusalOfAuthenticationMode(Creation creation)
    {
        string?[] modes = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"];
        var (prior, planned) = (
            creation.Prior.At("access_config", "authentication_mode").Text,
            creation.Planned.At("access_config", "authentication_mode").Text
        );
        return prior is null || planned is null || prior == planned || Array.IndexOf(modes, planned) == Array.IndexOf(modes, prior) + 1
            ? null
            : $"InvalidParameterException: Unsupported authentication mode update from {prior} to {planned}";
    }

    /// <summary>
    /// A cluster whose permissions are in the ConfigMap aws-auth alone has no access entries. In others, the identity that created the cluster has one
    /// from the start.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html"/>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html"/>
    private static string? RefusalOfAccessEntry(Creation creation)
    {
        if (AutoMode.HasAccessEntry(ClusterOf(creation), creation.Text("principal_arn")))
        {
            return AccessEntryInUse.Replace("{0}", creation.Text("principal_arn"), StringComparison.Ordinal);
        }

        var isOfCreator = creation.Text("principal_arn") == creation.Aws().CallerArn;
        return RefusalOfAccessEntries(creation) is { } refusal ? refusal
            : isOfCreator && AccessOf(creation)?.Elements is [var config] && config["bootstrap_cluster_creator_admin_permissions"] == true
                ? $"{AccessEntryInUse.Replace("{0}", creation.Text("principal_arn"), StringComparison.Ordinal)}, which created it"
            : null;
    }

    /// <summary>Why a cluster cannot have access entries; <see langword="null"/> where it can.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html"/>
    public static string? RefusalOfAccessEntries(Creation creation) =>
        AccessOf(creation)?.Elements is [var config] && config["authentication_mode"].Text == "CONFIG_MAP"
            ? "InvalidRequestException: The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation."
            : null;

    private static Value? AccessOf(Creation creation) => ClusterOf(creation)?["access_config"];

    private static ObjectValue? ClusterOf(Creation creation) =>
        creation.Context.Of("aws_eks_cluster").FirstOrDefault(cluster => cluster["name"] == creation["cluster_name"]);

    /// <summary>EKS itself adds the access entry of a role, without a policy, to the cluster of a resource, unless it is there.</summary>
    /// <param name="creation">The resource that the role is for, with the attribute <c>cluster_name</c>.</param>
    /// <param name="principal">ARN of the role.</param>
    /// <param name="type">Type of the access entry.</param>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html"/>
    public static void AddEntry(Creation creation, Value principal, string type = "STANDARD")
    {
        var (context, cluster) = (creation.Context, creation["cluster_name"]);
        if (context.Of(Entry).Any(each => each["cluster_name"] == cluster && each["principal_arn"] == principal))
        {
            return;
        }

        var known = (ObjectValue)Value.Object([new("cluster_name", cluster), new("principal_arn", principal), new("type", type)]);
        var entry = known.With(AccessEntry(new Creation(new ResourceType(Entry), context, known, Value.Null)));
        context.Account.Put(new RemoteObject(Entry, context.ScopeOf(Entry), entry));
    }

    /// <summary>The cluster of a resource, by the attribute <c>cluster_name</c>.</summary>
    public static Need InCluster { get; } = new("cluster_name", "aws_eks_cluster", "name", NoCluster);

    private static IEnumerable<KeyValuePair<string, Value>> Cluster(Creation creation)
    {
        var (name, aws, digits) = (creation.Text("name"), creation.Aws(), creation.MadeUp(32, "endpoint").ToUpperInvariant());
        return
        [
            new("id", name),
            new("arn", aws.Arn("eks", $"cluster/{name}")),
            new("endpoint", $"https://{digits}.gr7.{aws.Region}.eks.{aws.DnsSuffix}"),
            new("identity", One("oidc", One("issuer", $"https://oidc.eks.{aws.Region}.{aws.DnsSuffix}/id/{digits}"))),
            new("certificate_authority", One("data", CertificateAuthority(creation))),
            new("upgrade_policy", One("support_type", "EXTENDED")),
            new("vpc_config.public_access_cidrs", Value.List("0.0.0.0/0")),
            new("vpc_config.cluster_security_group_id", creation.Ec2Id("sg", "cluster security group")),
            new("vpc_config.vpc_id", creation.Ec2Id("vpc", "vpc")),
            new(
                "kubernetes_network_config",
                Value.List(
                    Value.Object([
                        new("ip_family", "ipv4"),
                        new("service_ipv4_cidr", "10.100.0.0/16"),
                        new("service_ipv6_cidr", ""),
                        new("elastic_load_balancing", Value.List()),
                    ])
                )
            ),
            .. AutoMode.Computed,
            new("platform_version", "eks.1"),
            new("status", "ACTIVE"),
            new("version", EksVersions.Newest),
        ];
    }

    /// <summary>A PEM block in base64, as EKS returns it. The block does not contain a real certificate.</summary>
    private static string CertificateAuthority(Creation creation)
    {
        var content = Convert.ToBase64String(Encoding.ASCII.GetBytes(creation.MadeUp(48, "certificate authority")));
        return Convert.ToBase64String(Encoding.ASCII.GetBytes($"-----BEGIN CERTIFICATE-----\n{content}\n-----END CERTIFICATE-----\n"));
    }

    private static IEnumerable<KeyValuePair<string, Value>> AccessEntry(Creation creation)
    {
        var (cluster, principal) = (creation.Text("cluster_name"), creation.Text("principal_arn"));
        return
        [
            new("id", $"{cluster}:{principal}"),
            new(
                "access_entry_arn",
                creation.Aws().Arn("eks", $"access-entry/{cluster}/role/{creation.Aws().AccountId}/{principal.Split('/')[^1]}/{Uuid(creation)}")
            ),
            new("user_name", principal),
            // EKS puts nodes into the groups of Kubernetes that they need, and people into none.
            new("kubernetes_groups", creation.Text("type") == "STANDARD" ? Value.List() : Value.List("system:nodes")),
        ];
    }

    /// <summary>What a node group has when nothing is said. A launch template says the disk and the instance types.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    private static IEnumerable<KeyValuePair<string, Value>> NodeGroup(Creation creation)
    {
        var hasTemplate = creation["launch_template"].Elements.Count > 0;
        return
        [
            new("capacity_type", "ON_DEMAND"),
            new("ami_type", hasTemplate ? "CUSTOM" : "AL2023_x86_64_STANDARD"),
            new("disk_size", hasTemplate ? Value.Null : 20),
            new("instance_types", hasTemplate ? Value.Null : Value.List("t3.medium")),
            new("update_config", One("max_unavailable", 1)),
            new("version", EksVersions.OfCluster(creation)),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Value>> PodIdentity(Creation creation)
    {
        var association = $"a-{creation.MadeUp(17, "association")}";
        return
        [
            new("id", association),
            new("association_id", association),
            new("association_arn", creation.Aws().Arn("eks", $"podidentityassociation/{creation.Text("cluster_name")}/{association}")),
        ];
    }

    /// <summary>A named resource of a cluster: <c>blue:default</c>.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Member(Creation creation, string nameAttribute, string kind)
    {
        var (cluster, name) = (creation.Text("cluster_name"), creation.Text(nameAttribute));
        return [new("id", $"{cluster}:{name}"), new("arn", creation.Aws().Arn("eks", $"{kind}/{cluster}/{name}/{Uuid(creation)}")), new("status", "ACTIVE")];
    }

    private static string Uuid(Creation creation) => Guid.ParseExact(creation.MadeUp(32, "uuid"), "N").ToString();

    private static Value One(string name, Value value) => Value.List(Value.Object([new(name, value)]));
}
