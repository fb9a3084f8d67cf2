using System.Text.Json.Nodes;
using FluentAssertions;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using Mooring.ArgoCd;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ClusterRegistrationTests : ConstructTest
{
    private static ClusterRegistrationProps Minimal =>
        new()
        {
            SecretName = "cluster-blue",
            ClusterName = "blue",
            Connection = Connection,
            Environment = "production",
            ControllerEnabled = false,
        };

    [Fact]
    public void A_cluster_without_bindings_is_registered()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal);

        VerifySnapshot("ArgoCd/ClusterRegistration.Minimal");
    }

    [Fact]
    public void An_arn_is_written_as_two_labels_from_which_it_can_be_composed()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                ControllerEnabled = true,
                TargetGroupArnSuffix = "targetgroup/shop-blue/73e2d6bc24d8a067",
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": {
                    "labels": {
                      "aws-lb-controller/enabled": "true",
                      "aws-lb-controller/targetgroup-name": "${element(split(\"/\", \"targetgroup/shop-blue/73e2d6bc24d8a067\"), 1)}",
                      "aws-lb-controller/targetgroup-id": "${element(split(\"/\", \"targetgroup/shop-blue/73e2d6bc24d8a067\"), 2)}"
                    }
                  }
                }
                """
            );
    }

    [Fact]
    public void Keys_that_argo_cd_writes_to_the_secret_are_ignored()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal);

        Synthesize()
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "lifecycle": {
                    "ignore_changes": [
                      "metadata[0].annotations[\"managed-by\"]",
                      "metadata[0].annotations[\"argocd.argoproj.io/refresh\"]",
                      "metadata[0].labels[\"argocd.argoproj.io/kubernetes-version\"]"
                    ]
                  }
                }
                """
            );
    }

    [Fact]
    public void The_bindings_travel_whole_in_an_annotation()
    {
        var targetGroup = new DataAwsLbTargetGroup(Stack, "TargetGroup", new DataAwsLbTargetGroupConfig { Name = "shop-blue" });
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                Bindings =
                [
                    Binding with
                    {
                        TargetGroupArn = targetGroup.Arn,
                    },
                    Binding with
                    {
                        Name = "api-blue",
                        Namespace = "api",
                        ServicePort = "https",
                        TargetType = TargetType.Ip,
                    },
                ],
            }
        );

        Annotations[ClusterAnnotations.Bindings]
            .Should()
            .Be(
                """
                [{"name":"shop-blue","namespace":"ingress-nginx","targetType":"instance","targetGroupARN":"${data.aws_lb_target_group.TargetGroup.arn}",
                "serviceRef":{"name":"ingress-nginx-controller","port":80},
                "nodeSelector":{"matchExpressions":[{"key":"exclude-from-lb-targetgroups","operator":"DoesNotExist"},
                {"key":"eks.amazonaws.com/compute-type","operator":"NotIn","values":["hybrid"]}]}},
                {"name":"api-blue","namespace":"api","targetType":"ip",
                "targetGroupARN":"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-blue/73e2d6bc24d8a067",
                "serviceRef":{"name":"ingress-nginx-controller","port":"https"}}]
                """.ReplaceLineEndings(string.Empty)
            );
    }

    [Fact]
    public void The_controllers_version_feature_gates_and_resources_are_the_clusters_own()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                Fleet = "shop",
                OnRemoval = RemovalPolicy.Delete,
                Controller = new()
                {
                    ClusterName = "blue",
                    Region = "eu-west-1",
                    VpcId = "vpc-0a1b2c3d4e5f60718",
                    ChartVersion = "1.4.4",
                    Resources = new() { Limits = new() { Memory = "1Gi" } },
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "kubernetes_secret",
                """
                {
                  "metadata": {
                    "labels": { "aws-lb-controller/fleet": "shop" },
                    "annotations": {
                      "aws-lb-controller/chart-version": "1.4.4",
                      "aws-lb-controller/controller-config": "{}",
                      "aws-lb-controller/resources": "{\"limits\":{\"memory\":\"1Gi\"}}",
                      "aws-lb-controller/on-removal": "delete"
                    }
                  }
                }
                """
            );
    }

    [Fact]
    public void Fails_when_the_fleet_is_no_dns_label() =>
        Failing(Minimal with { Fleet = "Shop" })
            .Should()
            .Be("'Fleet' must be 1 to 32 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Shop' (4 characters)");

    [Fact]
    public void An_empty_list_of_bindings_is_written()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal with { Bindings = [] });

        Annotations.Should().Contain(ClusterAnnotations.Bindings, "[]").And.HaveCount(1);
    }

    [Fact]
    public void The_annotations_contain_the_clusters_account_region_and_vpc()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                Application = "blue",
                EksClusterName = "Blue_1",
                AccountId = "111122223333",
                Partition = "aws",
                Region = "eu-west-1",
                VpcId = "vpc-0a1b2c3d4e5f60718",
                ControllerRoleArn = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
            }
        );

        Annotations
            .Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["aws-lb-controller/application"] = "blue",
                    ["aws-lb-controller/cluster-name"] = "Blue_1",
                    ["aws-lb-controller/account-id"] = "111122223333",
                    ["aws-lb-controller/partition"] = "aws",
                    ["aws-lb-controller/region"] = "eu-west-1",
                    ["aws-lb-controller/vpc-id"] = "vpc-0a1b2c3d4e5f60718",
                    ["aws-lb-controller/role-arn"] = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
                }
            );
    }

    [Fact]
    public void A_cluster_that_argo_cd_calls_by_its_name_in_eks_needs_no_second_name()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal with { EksClusterName = "blue" });

        Synthesize().Should().HaveResource("kubernetes_secret", """{ "metadata": { "annotations": null } }""");
    }

    [Fact]
    public void Labels_and_annotations_of_the_user_are_added()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                Labels = new Dictionary<string, string> { ["example.com/tier"] = "gold" },
                Annotations = new Dictionary<string, string> { ["example.com/contact"] = "Platform team <platform@example.com>" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource("kubernetes_secret", """{ "metadata": { "labels": { "example.com/tier": "gold", "environment": "production" } } }""");
        Annotations.Should().Contain("example.com/contact", "Platform team <platform@example.com>");
    }

    [Fact]
    public void Argo_cd_can_be_confined_to_namespaces_a_project_and_a_shard()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Minimal with
            {
                Namespaces = ["shop", "web"],
                ClusterResources = true,
                Project = "platform",
                Shard = 0,
            }
        );

        Data.Should().Contain("namespaces", "shop,web").And.Contain("clusterResources", "true").And.Contain("project", "platform").And.Contain("shard", "0");
    }

    [Fact]
    public void The_root_cluster_can_be_registered_too()
    {
        _ = new ClusterRegistration(Stack, "Registration", Reached(new InCluster()));

        Data.Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["name"] = "blue",
                    ["server"] = "https://kubernetes.default.svc",
                    ["config"] = """{"tlsClientConfig":{"insecure":false}}""",
                }
            );
    }

    [Fact]
    public void Under_the_eks_capability_a_cluster_is_its_arn()
    {
        _ = new ClusterRegistration(Stack, "Registration", Reached(new EksCapability { ClusterArn = "arn:aws-cn:eks:cn-north-1:111122223333:cluster/Blue_1" }));

        Data.Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["name"] = "blue",
                    ["server"] = "arn:aws-cn:eks:cn-north-1:111122223333:cluster/Blue_1",
                    ["project"] = "default",
                }
            );
        Secret["lifecycle"]!["ignore_changes"]!.AsArray().Select(node => node!.GetValue<string>()).Should().Contain("""data["config"]""");
    }

    [Fact]
    public void Fails_when_the_endpoint_is_not_encrypted() =>
        Failing(Minimal with { Connection = Connection with { ClusterEndpoint = "http://10.0.0.1" } })
            .Should()
            .Be("'ClusterEndpoint' must begin with 'https://', got 'http://10.0.0.1'");

    [Fact]
    public void Fails_when_the_capability_gets_a_url() =>
        Failing(Reached(new EksCapability { ClusterArn = "https://kubernetes.default.svc" }))
            .Should()
            .Be("'ClusterArn' must be the ARN of an EKS cluster, got 'https://kubernetes.default.svc'");

    [Theory]
    [InlineData("environment")]
    [InlineData("aws-lb-controller/enabled")]
    [InlineData("argocd.argoproj.io/secret-type")]
    public void Fails_when_mooring_writes_a_label_itself(string key) =>
        Failing(Minimal with { Labels = new Dictionary<string, string> { [key] = "mine" } })
            .Should()
            .Be($"'Labels' must not have a key that Mooring writes, got '{key}'");

    [Theory]
    [InlineData("aws-lb-controller/bindings")]
    [InlineData("managed-by")]
    public void Fails_when_mooring_or_argo_cd_writes_an_annotation_itself(string key) =>
        Failing(Minimal with { Annotations = new Dictionary<string, string> { [key] = "mine" } })
            .Should()
            .Be($"'Annotations' must not have a key that Mooring writes, got '{key}'");

    [Fact]
    public void Fails_when_the_key_of_a_label_is_not_valid() =>
        Failing(Minimal with { Labels = new Dictionary<string, string> { ["Example.com/tier"] = "gold" } })
            .Should()
            .Be(
                "'Labels' must be a Kubernetes label key: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both "
                    + "ends, with or without a DNS subdomain and '/' in front, got 'Example.com/tier'"
            );

    [Fact]
    public void Fails_when_the_value_of_a_label_is_not_valid() =>
        Failing(Minimal with { Labels = new Dictionary<string, string> { ["tier"] = "a:b" } })
            .Should()
            .Be(
                "'Labels[tier]' must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at "
                    + "both ends, got 'a:b'"
            );

    [Fact]
    public void Fails_when_the_annotations_are_too_large_for_kubernetes() =>
        Failing(Minimal with { Annotations = new Dictionary<string, string> { ["notes"] = new('n', 256 * 1024) } })
            .Should()
            .Be("'Annotations' must have at most 262144 bytes, keys and values together, got 262149");

    [Fact]
    public void Fails_when_an_application_would_have_too_long_a_name() =>
        Failing(Minimal with { Application = new string('a', 44) })
            .Should()
            .Be(
                $"'Application' must be 1 to 43 lower-case letters, digits and hyphens, a letter or digit at both ends, got '{new string('a', 44)}' "
                    + "(44 characters)"
            );

    [Fact]
    public void Fails_when_cluster_resources_are_set_without_namespaces() =>
        Failing(Minimal with { ClusterResources = true })
            .Should()
            .Be("'ClusterResources' must be left out where there are no namespaces: Argo CD then manages everything");

    [Fact]
    public void Fails_when_a_namespace_is_named_twice() =>
        Failing(Minimal with { Namespaces = ["shop", "shop"] }).Should().Be("'Namespaces' must not have an entry twice, got 'shop'");

    [Fact]
    public void Fails_when_the_shard_is_not_valid() => Failing(Minimal with { Shard = -1 }).Should().Be("'Shard' must be at least 0, got -1");

    [Fact]
    public void Fails_when_the_account_is_not_valid() =>
        Failing(Minimal with { AccountId = "1234" }).Should().Be("'AccountId' must be the 12 digits of an AWS account id, got '1234'");

    [Fact]
    public void Fails_when_the_partition_is_not_valid() =>
        Failing(Minimal with { Partition = "amazon" }).Should().Be("'Partition' must be a partition of AWS such as 'aws' or 'aws-us-gov', got 'amazon'");

    [Fact]
    public void Fails_when_a_binding_has_a_name_that_kubernetes_would_refuse() =>
        Failing(Minimal with { Bindings = [Binding with { Name = "Shop" }] })
            .Should()
            .Be("'Name' must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Shop'");

    [Fact]
    public void Fails_when_the_environment_is_no_label_value()
    {
        var define = () => new ClusterRegistration(Stack, "Registration", Minimal with { Environment = "pre production" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Registration: 'Environment' must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a "
                    + "letter or digit at both ends, got 'pre production'"
            );
    }

    private static TargetGroupBinding Binding =>
        new()
        {
            Name = "shop-blue",
            Namespace = "ingress-nginx",
            ServiceName = "ingress-nginx-controller",
            ServicePort = 80,
            TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-blue/73e2d6bc24d8a067",
        };

    private JsonNode Secret => Synthesize().Resource("kubernetes_secret");

    private Dictionary<string, string> Data => Texts(Secret["data"]!);

    private Dictionary<string, string> Annotations => Texts(Secret["metadata"]!["annotations"]!);

    private static Dictionary<string, string> Texts(JsonNode map) => map.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());

    /// <summary>The certificate is the endpoint's, whatever leads there; the order is that in which Argo CD writes it.</summary>
    [Fact]
    public void Another_host_and_a_proxy_lead_to_the_same_api_server()
    {
        _ = new ClusterRegistration(
            Stack,
            "Registration",
            Reached(Connection with { Host = "https://blue.example.com:8443", ProxyUrl = "socks5://proxy.example.com:1080" })
        );

        var data = Synthesize().Resources("kubernetes_secret").Values.Single()["data"]!;
        $"{data["server"]}".Should().Be("https://blue.example.com:8443");
        $"{data["config"]}".Should().StartWith("""{"tlsClientConfig":{"insecure":false,"serverName":"${trimprefix("https://EXAMPLE.gr7.""");
        $"{data["config"]}".Should().EndWith("""},"proxyUrl":"socks5://proxy.example.com:1080"}""");
    }

    [Theory]
    [InlineData("https://blue.example.com/", null, "'Host' must be a URL such as *")]
    [InlineData(null, "http://me:secret@proxy.example.com", "'ProxyUrl' must be a URL such as *")]
    public void Fails_when_a_way_to_the_api_server_is_none(string? host, string? proxy, string message)
    {
        var define = () => new ClusterRegistration(Stack, "Registration", Reached(Connection with { Host = host, ProxyUrl = proxy }));

        define.Should().Throw<ConstructException>().WithMessage($"*{message}");
    }

    private static AssumedRole Connection =>
        new()
        {
            ClusterEndpoint = "https://EXAMPLE.gr7.eu-west-1.eks.amazonaws.com",
            ClusterCertificateAuthorityData = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t",
            AccessRoleArn = "arn:aws:iam::111122223333:role/blue-argocd-access",
        };

    private static ClusterRegistrationProps Reached(ClusterConnection connection) => Minimal with { Connection = connection };

    /// <summary>The message that a registration fails with.</summary>
    private string Failing(ClusterRegistrationProps props) => FaultOf(scope => _ = new ClusterRegistration(scope, "Registration", props));
}
