using FluentAssertions;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>Attributes that cannot be updated in place, from the AWS provider's documentation ("Forces new resource").</summary>
public class ReplacementTests
{
    private readonly PretendedAws _aws = new();

    [Theory]
    [InlineData("aws_lb", "name", "shop-2")]
    [InlineData("aws_lb", "internal", false)]
    [InlineData("aws_lb", "load_balancer_type", "network")]
    [InlineData("aws_lb_listener", "load_balancer_arn", "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/other/0123456789abcdef")]
    [InlineData(
        "aws_lb_listener_rule",
        "listener_arn",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/other/0123456789abcdef/0123456789abcdef"
    )]
    [InlineData("aws_lb_target_group", "name", "shop-2")]
    [InlineData("aws_lb_target_group", "port", 8080)]
    [InlineData("aws_lb_target_group", "protocol", "HTTPS")]
    [InlineData("aws_lb_target_group", "protocol_version", "HTTP2")]
    [InlineData("aws_lb_target_group", "target_type", "ip")]
    [InlineData("aws_lb_target_group", "target_control_port", 3000)]
    [InlineData("aws_lb_target_group", "ip_address_type", "ipv6")]
    [InlineData("aws_lb_target_group", "vpc_id", "vpc-0ffffffffffffffff")]
    [InlineData("aws_eks_cluster", "name", "green")]
    [InlineData("aws_eks_cluster", "role_arn", "arn:aws:iam::111122223333:role/other")]
    [InlineData("aws_eks_cluster", "bootstrap_self_managed_addons", false)]
    [InlineData("aws_iam_role", "name", "green")]
    [InlineData("aws_iam_role", "path", "/platform/")]
    public void It_is_replaced_for(string type, string attribute, object value) => Replacing(type, attribute, value).Should().Equal(attribute);

    [Theory]
    [InlineData("aws_lb", "idle_timeout", 30)]
    [InlineData("aws_lb", "enable_deletion_protection", true)]
    [InlineData("aws_lb_listener", "port", 8080)]
    [InlineData("aws_lb_listener", "protocol", "HTTPS")]
    [InlineData("aws_lb_listener_rule", "priority", 2)]
    [InlineData("aws_lb_target_group", "deregistration_delay", "30")]
    [InlineData("aws_eks_cluster", "version", "1.34")]
    [InlineData("aws_iam_role", "assume_role_policy", "{ }")]
    public void It_is_updated_in_place_for(string type, string attribute, object value) => Replacing(type, attribute, value).Should().BeEmpty();

    [Theory]
    [InlineData("a,b", "a,b", false)]
    [InlineData("a,b", "a,b,c", false)]
    [InlineData("a,b,c", "a,b", false)]
    [InlineData("a,b", "a,c", true)]
    [InlineData("a,b", "a,c,d", true)]
    [InlineData("a,b,c", "a,d", true)]
    public void A_load_balancer_whose_subnet_mappings_are_exchanged_is_replaced(string before, string after, bool isReplaced)
    {
        static string MappingsOf(string subnets) => string.Join(", ", subnets.Split(',').Select(subnet => $$"""{ "subnet_id": "subnet-{{subnet}}" }"""));
        var prior = _aws.Create("aws_lb", $$"""{ "name": "shop", "load_balancer_type": "application", "subnet_mapping": [{{MappingsOf(before)}}] }""");
        var planned = _aws.Create("aws_lb", $$"""{ "name": "other", "load_balancer_type": "application", "subnet_mapping": [{{MappingsOf(after)}}] }""");

        _aws.Plan("aws_lb", prior, "subnet_mapping", planned["subnet_mapping"]).Replacing.Should().Equal(isReplaced ? ["subnet_mapping"] : []);
    }

    private IReadOnlyList<string> Replacing(string type, string attribute, object value)
    {
        var prior = Create(type);
        var changed = value switch
        {
            int number => number,
            bool flag => flag,
            _ => (Value)(string)value,
        };
        prior[attribute].Should().NotBe(changed, "it is a change");
        return _aws.Plan(type, prior, attribute, changed).Replacing;
    }

    private ObjectValue Create(string type) =>
        type switch
        {
            "aws_lb" => _aws.CreateLoadBalancer("shop"),
            "aws_lb_listener" => CreateListener(),
            "aws_lb_listener_rule" => _aws.CreateRule(CreateListener(), 1),
            "aws_lb_target_group" => _aws.CreateTargetGroup("shop"),
            "aws_eks_cluster" => _aws.CreateCluster("blue"),
            "aws_iam_role" => _aws.Create("aws_iam_role", """{ "name": "blue", "assume_role_policy": "{}" }"""),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "must be a type that can be created here"),
        };

    private ObjectValue CreateListener() => _aws.CreateListener(_aws.CreateLoadBalancer("shop"), _aws.CreateTargetGroup("shop")["arn"].Text!);
}
