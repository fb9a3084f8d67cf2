using System.Globalization;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Elastic Compute Cloud: security groups and their rules, launch templates, Auto Scaling groups.</summary>
internal static class Ec2
{
    /// <summary>A rule has one of these. Another address of the same kind is an update in place.</summary>
    private static readonly string[] s_sources = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];

    /// <summary>Its resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new("aws_security_group")
            {
                Unique = ["vpc_id", "name"],
                Duplicate = "InvalidGroup.Duplicate: The security group '{0}' already exists for this VPC",
                Computed = SecurityGroup,
            },
            SecurityGroupRule("aws_vpc_security_group_ingress_rule"),
            SecurityGroupRule("aws_vpc_security_group_egress_rule"),
            // CreateTags overwrites the value of a tag that is there.
            new("aws_ec2_tag")
            {
                Unique = ["resource_id", "key"],
                Takeover = (_, _) => null,
                Computed = creation => [new("id", $"{creation.Text("resource_id")},{creation.Text("key")}")],
            },
            new("aws_launch_template")
            {
                Unique = ["name"],
                Duplicate = "InvalidLaunchTemplateName.AlreadyExistsException: Launch template name already in use: {0}",
                ComputedAnew = ["latest_version"],
                Computed = LaunchTemplate,
            },
            new("aws_autoscaling_group")
            {
                Unique = ["name"],
                Duplicate = "AlreadyExists: AutoScalingGroup by this name already exists: {0}",
                Needs =
                [
                    new(
                        "launch_template.id",
                        "aws_launch_template",
                        "id",
                        "ValidationError: You must use a valid fully-formed launch template. The launch template ID '{0}' does not exist"
                    ),
                    new("target_group_arns", "aws_lb_target_group", "arn", "ValidationError: Provided Target Groups may not be valid: '{0}'"),
                ],
                Computed = AutoScalingGroup,
            },
        ];

    /// <summary>
    /// A security group that may not be deleted while it is referred to. The rules in it go with it. The provider repeats the call for 15 minutes.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html"/>
    public static Need InGroup(string from) =>
        new(from, "aws_security_group", "id", Missing: null) { InUse = "DependencyViolation: resource {0} has a dependent object" };

    private static ResourceType SecurityGroupRule(string type) =>
        new(type)
        {
            Unique = ["security_group_id", "ip_protocol", "from_port", "to_port", .. s_sources],
            ReplacedFor = (prior, planned) => s_sources.Where(source => prior[source].IsNull != planned[source].IsNull),
            Duplicate = "InvalidPermission.Duplicate: the specified rule already exists",
            Needs = [InGroup("referenced_security_group_id")],
            Apply = creation => creation.Prior.IsNull ? RefusalOfOneMore(type, creation) : null,
            Computed = creation =>
            {
                var id = creation.Ec2Id("sgr");
                return [new("id", id), new("security_group_rule_id", id), new("arn", creation.Aws().Arn("ec2", $"security-group-rule/{id}"))];
            },
        };

    /// <summary>A security group has so many rules of a direction, and a prefix list counts with its maximum number of entries.</summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups"/>
    private static string? RefusalOfOneMore(string type, Creation creation)
    {
        var account = creation.Aws().Account;
        int WeightOf(Value rule) => rule["prefix_list_id"].IsNull ? 1 : account.PrefixListEntries;
        var others = creation.Context.Of(type).Where(rule => rule["security_group_id"] == creation["security_group_id"]);
        return others.Sum(WeightOf) + WeightOf(creation.Planned) > account.SecurityGroupRules
            ? "RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached."
            : null;
    }

    private static IEnumerable<KeyValuePair<string, Value>> SecurityGroup(Creation creation)
    {
        var id = creation.Ec2Id("sg");
        return [new("id", id), new("arn", creation.Aws().Arn("ec2", $"security-group/{id}")), new("owner_id", creation.Aws().AccountId)];
    }

    private static IEnumerable<KeyValuePair<string, Value>> LaunchTemplate(Creation creation)
    {
        var id = creation.Ec2Id("lt");
        var version = (creation.Prior["latest_version"] as NumberValue)?.Value ?? 0;
        return
        [
            new("id", id),
            new("name", $"terraform-{creation.MadeUp(26, "name")}"),
            new("arn", creation.Aws().Arn("ec2", $"launch-template/{id}")),
            new("latest_version", new NumberValue(version + 1)),
            new("default_version", 1),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Value>> AutoScalingGroup(Creation creation)
    {
        var uuid = Guid.ParseExact(creation.MadeUp(32, "arn"), "N").ToString("D", CultureInfo.InvariantCulture);
        var name = creation.Text("name");
        return
        [
            new("id", name),
            new("arn", creation.Aws().Arn("autoscaling", $"autoScalingGroup:{uuid}:autoScalingGroupName/{name}")),
            new("desired_capacity", creation["min_size"]),
            new("default_cooldown", 300),
            new("health_check_type", "EC2"),
            new("load_balancers", Value.List()),
            new("target_group_arns", Value.List()),
            new(
                "launch_template.name",
                creation.Context.Of("aws_launch_template").FirstOrDefault(each => each["id"] == creation.Planned.At("launch_template", "id"))?["name"]
                    ?? Value.Null
            ),
        ];
    }
}
