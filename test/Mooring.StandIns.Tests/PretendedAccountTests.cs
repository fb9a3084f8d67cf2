using System.Text;
using FluentAssertions;
using Mooring.StandIns.Aws;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The simulated account behaves as AWS where a fleet depends on it.</summary>
public class PretendedAccountTests
{
    private const string Missing = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/gone/0123456789abcdef";

    private readonly PretendedAws _aws = new();

    [Fact]
    public void Generated_ids_have_the_format_of_aws()
    {
        var loadBalancer = _aws.CreateLoadBalancer("shop");
        var group = _aws.CreateTargetGroup("shop-blue");
        var listener = _aws.CreateListener(loadBalancer, group["arn"].Text!);
        var cluster = _aws.CreateCluster("blue");

        loadBalancer["arn"]
            .Text.Should()
            .MatchRegex("^arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/[0-9a-f]{16}$")
            .And.EndWith(loadBalancer["arn_suffix"].Text);
        loadBalancer["dns_name"].Text.Should().MatchRegex(@"^internal-shop-[0-9a-f]{8}\.eu-west-1\.elb\.amazonaws\.com$");
        group["arn"]
            .Text.Should()
            .MatchRegex("^arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-blue/[0-9a-f]{16}$")
            .And.EndWith(group["arn_suffix"].Text);
        listener["arn"].Text.Should().StartWith(loadBalancer["arn"].Text!.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal) + "/");
        cluster["endpoint"].Text.Should().MatchRegex(@"^https://[0-9A-F]{32}\.gr7\.eu-west-1\.eks\.amazonaws\.com$");
        cluster.At("identity", "oidc", "issuer").Text.Should().MatchRegex(@"^https://oidc\.eks\.eu-west-1\.amazonaws\.com/id/[0-9A-F]{32}$");
        Encoding
            .ASCII.GetString(Convert.FromBase64String(cluster.At("certificate_authority", "data").Text!))
            .Should()
            .StartWith("-----BEGIN CERTIFICATE-----\n");
    }

    [Theory]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:", "amazonaws.com")]
    [InlineData("cn-north-1", "arn:aws-cn:", "amazonaws.com.cn")]
    public void Another_partition_has_other_arns_and_host_names(string region, string arn, string suffix)
    {
        var loadBalancer = new PretendedAws(region).CreateLoadBalancer("shop");

        loadBalancer["arn"].Text.Should().StartWith(arn);
        loadBalancer["dns_name"].Text.Should().EndWith(suffix);
    }

    [Fact]
    public void Default_tags_are_merged_with_the_tags_of_an_object() =>
        _aws.CreateLoadBalancer("shop")["tags_all"].Should().Be(TerraformValue.Parse("""{ "fleet": "shop", "team": "web" }"""));

    [Fact]
    public void Names_are_unique()
    {
        _aws.CreateTargetGroup("shop-blue");

        Refused(() => _aws.CreateTargetGroup("shop-blue")).Should().Be("ELBv2 Target Group (shop-blue) already exists");
    }

    [Fact]
    public void A_security_group_stays_while_a_load_balancer_or_a_rule_of_another_group_refers_to_it()
    {
        var group = _aws.Create("aws_security_group", """{ "name": "shop", "vpc_id": "vpc-0a1b2c3d4e5f60718" }""");
        var rule = _aws.Create(
            "aws_vpc_security_group_ingress_rule",
            $$"""
            { "security_group_id": "sg-0a1b2c3d4e5f60718", "ip_protocol": "tcp", "from_port": 80, "to_port": 80,
              "referenced_security_group_id": "{{group["id"].Text}}" }
            """
        );
        var loadBalancer = _aws.Create(
            "aws_lb",
            $$"""{ "name": "shop", "internal": true, "load_balancer_type": "application", "security_groups": ["{{group["id"].Text}}"] }"""
        );

        var inUse = $"DependencyViolation: resource {group["id"].Text} has a dependent object";
        Refused(() => _aws.Remote.Delete("aws_security_group", group)).Should().Be(inUse);
        _aws.Remote.Delete("aws_lb", loadBalancer);
        Refused(() => _aws.Remote.Delete("aws_security_group", group)).Should().Be(inUse);
        _aws.Remote.Delete("aws_vpc_security_group_ingress_rule", rule);
        _aws.Remote.Delete("aws_security_group", group);
    }

    [Fact]
    public void The_authentication_mode_of_a_cluster_changes_by_one_step_and_never_back()
    {
        static Value Mode(string mode) => Value.List(Value.Object([new("authentication_mode", mode)]));
        var cluster = _aws.Update("aws_eks_cluster", _aws.CreateCluster("blue"), "access_config", Mode("CONFIG_MAP"));

        Refused(() => _aws.Update("aws_eks_cluster", cluster, "access_config", Mode("API")))
            .Should()
            .Be("InvalidParameterException: Unsupported authentication mode update from CONFIG_MAP to API");
        cluster = _aws.Update("aws_eks_cluster", cluster, "access_config", Mode("API_AND_CONFIG_MAP"));
        cluster = _aws.Update("aws_eks_cluster", cluster, "access_config", Mode("API"));
        Refused(() => _aws.Update("aws_eks_cluster", cluster, "access_config", Mode("API_AND_CONFIG_MAP")))
            .Should()
            .Be("InvalidParameterException: Unsupported authentication mode update from API to API_AND_CONFIG_MAP");
    }

    [Fact]
    public void An_update_cannot_take_a_unique_value_of_another_object()
    {
        var loadBalancer = _aws.CreateLoadBalancer("shop");
        var group = _aws.CreateTargetGroup("shop-blue")["arn"].Text!;
        var (http, other) = (_aws.CreateListener(loadBalancer, group), _aws.CreateListener(loadBalancer, group, port: 8080));
        var (first, second) = (_aws.CreateRule(http, 1), _aws.CreateRule(http, 2));

        Refused(() => _aws.Update("aws_lb_listener_rule", first, "priority", 2)).Should().Be("PriorityInUse: Priority '2' is currently in use");
        Refused(() => _aws.Update("aws_lb_listener", other, "port", 80))
            .Should()
            .Be("DuplicateListener: A listener already exists on this port for this load balancer: 80");

        // It keeps its own value, and can get a free one.
        _aws.Update("aws_lb_listener_rule", second, "tags", Value.Object([new("team", "web")]));
        _aws.Update("aws_lb_listener_rule", first, "priority", 3)["priority"].Should().Be((Value)3);
    }

    [Fact]
    public void An_object_needs_the_objects_it_refers_to() =>
        Refused(() => _aws.CreateListener(_aws.CreateLoadBalancer("shop"), Missing))
            .Should()
            .Be($"TargetGroupNotFound: One or more target groups not found: '{Missing}'");

    [Fact]
    public void A_referenced_resource_cannot_be_deleted()
    {
        var group = _aws.CreateTargetGroup("shop-blue");
        _aws.CreateListener(_aws.CreateLoadBalancer("shop"), group["arn"].Text!);

        Refused(() => _aws.Remote.Delete("aws_lb_target_group", group))
            .Should()
            .Be($"ResourceInUse: Target group '{group["arn"].Text}' is currently in use by a listener or a rule");
    }

    [Fact]
    public void A_protected_load_balancer_cannot_be_deleted()
    {
        var loadBalancer = _aws.Create("aws_lb", """{ "name": "shop", "enable_deletion_protection": true }""");

        Refused(() => _aws.Remote.Delete("aws_lb", loadBalancer)).Should().Contain("deletion protection is enabled");
    }

    [Fact]
    public void An_access_policy_needs_an_access_entry_in_the_same_cluster()
    {
        _aws.CreateCluster("blue");
        _aws.CreateCluster("green");
        const string principal = "arn:aws:iam::111122223333:role/admin";
        _aws.Create("aws_eks_access_entry", $$"""{ "cluster_name": "blue", "principal_arn": "{{principal}}" }""");
        void Associate(string cluster) =>
            _aws.Create(
                "aws_eks_access_policy_association",
                $$"""
                {
                  "cluster_name": "{{cluster}}",
                  "principal_arn": "{{principal}}",
                  "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
                }
                """
            );

        Associate("blue");

        Refused(() => Associate("green")).Should().Be($"ResourceNotFoundException: The specified principalArn could not be found: {principal}");
    }

    [Fact]
    public void A_cluster_whose_permissions_are_in_a_config_map_refuses_access_entries()
    {
        var cluster = _aws.CreateCluster("blue");
        _aws.Update("aws_eks_cluster", cluster, "access_config", Value.List(TerraformValue.Parse("""{ "authentication_mode": "CONFIG_MAP" }""")));
        var enter = () => _aws.Create("aws_eks_access_entry", """{ "cluster_name": "blue", "principal_arn": "arn:aws:iam::111122223333:role/admins" }""");

        Refused(() => enter())
            .Should()
            .Be("InvalidRequestException: The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.");
    }

    [Theory]
    [InlineData("true", "terraform", "ResourceInUseException: The specified access entry resource is already in use on this cluster: *, which created it")]
    [InlineData("false", "terraform", null)]
    [InlineData("true", "admins", null)]
    public void Who_creates_a_cluster_has_an_access_entry_from_the_start(string bootstrap, string role, string? refusal)
    {
        var access = $$"""{ "authentication_mode": "API", "bootstrap_cluster_creator_admin_permissions": {{bootstrap}} }""";
        _aws.Update("aws_eks_cluster", _aws.CreateCluster("blue"), "access_config", Value.List(TerraformValue.Parse(access)));
        var enter = () => _aws.Create("aws_eks_access_entry", $$"""{ "cluster_name": "blue", "principal_arn": "arn:aws:iam::111122223333:role/{{role}}" }""");

        if (refusal is null)
        {
            enter.Should().NotThrow();
        }
        else
        {
            Refused(() => enter()).Should().Match(refusal);
        }
    }

    [Fact]
    public void An_add_on_that_a_cluster_has_is_not_created_again()
    {
        _aws.CreateCluster("blue");
        var add = () => _aws.Create("aws_eks_addon", """{ "cluster_name": "blue", "addon_name": "vpc-cni" }""");

        add.Should().NotThrow();

        Refused(() => add()).Should().StartWith("ResourceInUseException: Addon already exists");
    }

    [Fact]
    public void What_does_not_exist_is_not_found_by_name_nor_imported()
    {
        Refused(() => _aws.Remote.ReadDataSource("aws_lb", TerraformValue.Parse("""{ "name": "gone" }""")))
            .Should()
            .Be("reading ELBv2 Load Balancers: couldn't find resource: 'gone'");
        Refused(() => _aws.Remote.Import("aws_lb_target_group", Missing)).Should().StartWith("Cannot import non-existent remote object");
    }

    [Fact]
    public void What_exists_is_found_by_name_and_imported_by_its_arn()
    {
        var group = _aws.CreateTargetGroup("shop-blue");

        _aws.Remote.ReadDataSource("aws_lb_target_group", TerraformValue.Parse("""{ "name": "shop-blue" }"""))["arn"].Should().Be(group["arn"]);
        _aws.Remote.Import("aws_lb_target_group", group["arn"].Text!).Should().Be(group);
    }

    [Fact]
    public void Two_rehearsals_of_one_fleet_are_the_same() => new PretendedAws().CreateCluster("blue").Should().Be(_aws.CreateCluster("blue"));

    [Fact]
    public void A_recreated_resource_has_another_id()
    {
        var group = _aws.CreateTargetGroup("shop-blue");
        _aws.Remote.Delete("aws_lb_target_group", group);

        _aws.CreateTargetGroup("shop-blue")["arn"].Should().NotBe(group["arn"]);
    }

    [Fact]
    public void Another_account_than_the_allowed_one_is_refused() =>
        Refused(() => new AwsStandIn().Configure(_aws.Account, TerraformValue.Parse("""{ "region": "eu-west-1", "allowed_account_ids": ["444455556666"] }""")))
            .Should()
            .Be("AWS account ID not allowed: 111122223333");

    [Fact]
    public void Secrets_cannot_be_decrypted_again()
    {
        var cluster = _aws.CreateCluster("blue");
        var encrypted = cluster.With([new("encryption_config", Value.List(TerraformValue.Parse("""{ "resources": ["secrets"] }""")))]);

        _aws.Plan("aws_eks_cluster", cluster, "encryption_config", encrypted["encryption_config"]).Replacing.Should().BeEmpty();
        _aws.Plan("aws_eks_cluster", encrypted, "encryption_config", Value.List()).Replacing.Should().Equal("encryption_config");
    }

    [Fact]
    public void A_cluster_is_reached_with_its_own_certificate_and_credentials_only()
    {
        var (blue, green) = (_aws.CreateCluster("blue"), _aws.CreateCluster("green"));
        string Scope(ObjectValue host, ObjectValue authority, ObjectValue credentials) =>
            new ClusterContext(
                _aws.Account,
                Value.Object([
                    new("host", host["endpoint"]),
                    new("cluster_ca_certificate", Encoding.ASCII.GetString(Convert.FromBase64String(authority.At("certificate_authority", "data").Text!))),
                    new("exec", Value.Object([new("args", Value.List("eks", "get-token", "--cluster-name", credentials["name"]))])),
                ])
            ).Scope;

        Scope(blue, blue, blue).Should().Be(blue["endpoint"].Text);
        Refused(() => Scope(blue, green, blue)).Should().Contain("x509: certificate signed by unknown authority");
        Refused(() => Scope(blue, blue, green)).Should().StartWith("Unauthorized");
        Refused(() => new ClusterContext(_aws.Account, TerraformValue.Parse("{}")).Scope.ToString()).Should().Contain("connection refused");
        Refused(() => new ClusterContext(_aws.Account, TerraformValue.Parse("""{ "host": "https://gone.example.com" }""")).Scope.ToString())
            .Should()
            .Contain("no such host");
    }

    [Fact]
    public void An_injected_failure_happens_once()
    {
        _aws.Account.FailNext(call => call is { Operation: Operation.Create, Name: "shop-blue" }, Failure.Refused);

        Refused(() => _aws.CreateTargetGroup("shop-blue")).Should().StartWith("AccessDenied");
        _aws.CreateTargetGroup("shop-green");
        _aws.CreateTargetGroup("shop-blue");
    }

    private static string Refused(Func<object> call) => call.Should().Throw<RemoteException>().Which.Message;

    private static string Refused(Action call) => call.Should().Throw<RemoteException>().Which.Message;
}
