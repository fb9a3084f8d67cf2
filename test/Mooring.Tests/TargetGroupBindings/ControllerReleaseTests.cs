using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Errors;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ControllerReleaseTests : ConstructTest
{
    private static ControllerReleaseProps Minimal =>
        new()
        {
            ClusterName = "blue",
            Region = "eu-west-1",
            VpcId = "vpc-0a1b2c3d4e5f60718",
            RoleArn = "arn:aws:iam::111122223333:role/blue-aws-lb-controller",
        };

    [Fact]
    public void The_controller_serves_target_group_bindings_and_nothing_else()
    {
        _ = new ControllerRelease(Stack, "Controller", Minimal);

        VerifySnapshot("TargetGroupBindings/ControllerRelease.Minimal");
    }

    [Fact]
    public void The_values_for_an_old_controller_have_no_gateway_api()
    {
        _ = new ControllerRelease(Stack, "Controller", Minimal with { ChartVersion = "1.4.4" });

        var release = Synthesize().Resource("helm_release");
        Synthesize().Should().HaveResource("helm_release", """{ "version": "1.4.4" }""");
        release["values"]![0]!.GetValue<string>().Should().NotContain("featureGates");
    }

    [Fact]
    public void The_controller_takes_no_service_and_no_ingress()
    {
        Values(Minimal).Should().Contain("'EnableServiceController' = false").And.Contain("'ingressClass' = 'aws-lb-controller-no-ingress'");
    }

    /// <summary>A gate that a controller does not know stops it, and a value that a chart does not have is ignored.</summary>
    [Theory]
    [InlineData("1.4.4", "{}", false)]
    [InlineData("1.4.5", """{"EnableServiceController":false}""", false)]
    [InlineData("1.17.1", """{"EnableServiceController":false}""", false)]
    [InlineData("3.0.0", """{"EnableServiceController":false,"ALBGatewayAPI":false,"NLBGatewayAPI":false}""", false)]
    [InlineData("3.1.0", """{"EnableServiceController":false,"ALBGatewayAPI":false,"NLBGatewayAPI":false}""", true)]
    public void Feature_gates_and_the_webhook_certificate_follow_the_version_of_the_chart(string chart, string gates, bool keepsCertificate)
    {
        var values = ControllerValues.Of(Minimal with { ChartVersion = chart });

        var config = values.GetValueOrDefault("controllerConfig") as Dictionary<string, object>;
        JsonSerializer.Serialize(config?["featureGates"] ?? new object()).Should().Be(gates);
        values.ContainsKey("keepTLSSecret").Should().Be(keepsCertificate);
    }

    [Fact]
    public void A_failed_first_install_is_taken_up_by_the_next_apply_and_nodes_have_time_to_start()
    {
        _ = new ControllerRelease(Stack, "Controller", Minimal);

        Synthesize().Should().HaveResource("helm_release", """{ "upgrade_install": true, "timeout": 900, "max_history": 10 }""");
    }

    [Fact]
    public void Memory_is_reserved_and_not_limited() => Values(Minimal).Should().Contain("'resources' = {'requests' = {'cpu' = '100m', 'memory' = '256Mi'}}");

    [Fact]
    public void Resources_can_be_set() =>
        Values(Minimal with { Resources = new ContainerResources { Limits = new ResourceAmounts { Memory = "1Gi" } } })
            .Should()
            .Contain("'resources' = {'limits' = {'memory' = '1Gi'}}");

    [Fact]
    public void Fails_when_an_amount_is_not_a_quantity() =>
        Defining(Minimal with { Resources = new ContainerResources { Requests = new ResourceAmounts { Memory = "256 MiB" } } })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'Resources' must be a Kubernetes quantity such as '100m' or '256Mi', got '256 MiB'");

    [Fact]
    public void Fails_when_there_is_no_time_to_become_ready() =>
        Defining(Minimal with { Timeout = TimeSpan.Zero })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'Timeout' must be between 1 and 86400 seconds, got 0");

    [Fact]
    public void The_image_comes_from_where_the_nodes_can_reach_it() =>
        Values(Minimal with { ImageRepository = "918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn/amazon/aws-load-balancer-controller" })
            .Should()
            .Contain("'image' = {'repository' = '918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn/amazon/aws-load-balancer-controller'}");

    [Fact]
    public void The_number_of_replicas_can_be_set() => Values(Minimal with { ReplicaCount = 3 }).Should().Contain("'replicaCount' = 3");

    [Fact]
    public void Cert_manager_may_issue_the_certificate_of_the_webhooks() =>
        Values(Minimal with { EnableCertManager = true }).Should().Contain("'enableCertManager' = true");

    [Fact]
    public void The_controller_serves_no_ingresses() => Values(Minimal).Should().Contain("'webhookConfig' = {'disableIngressValidation' = true}");

    [Fact]
    public void The_ingress_webhook_can_be_enabled() => Values(Minimal with { ValidateIngresses = true }).Should().NotContain("disableIngressValidation");

    [Fact]
    public void A_release_has_the_controller_version_of_its_chart()
    {
        var release = new ControllerRelease(Stack, "Controller", Minimal with { ChartVersion = "1.4.4" });

        (release.ChartVersion, release.ControllerVersion).Should().Be(("1.4.4", new ControllerVersion(2, 4, 3)));
    }

    /// <summary>Argo CD delivery uses the same values, with placeholders of its own templates.</summary>
    [Fact]
    public void Placeholders_are_filled_in_values()
    {
        var values = ControllerValues.Of(Minimal with { ClusterName = "{{ .name }}", ChartVersion = "{{ .chart }}", ImageRepository = "{{ .image }}" });

        values["clusterName"].Should().Be("{{ .name }}");
        values["image"].Should().BeEquivalentTo(new Dictionary<string, object> { ["repository"] = "{{ .image }}" });
        values.Should().NotContainKey("controllerConfig");
    }

    [Fact]
    public void Further_values_are_a_document_of_their_own_that_helm_merges_over_the_others()
    {
        _ = Defining(Minimal with { Values = ValuesOf("""{ "env": { "A": "${literal}" }, "replicaCount": 5, "podDisruptionBudget": null }""") })();

        Synthesize().Resource("helm_release")["values"]![1]!
            .GetValue<string>()
            .Should()
            .Be("""{"env":{"A":"${literal}"},"replicaCount":5,"podDisruptionBudget":null}""");
    }

    [Fact]
    public void The_controllers_pods_run_where_they_are_told_to()
    {
        var values = Values(
            Minimal with
            {
                NodeSelector = new Dictionary<string, string> { ["node-group"] = "platform" },
                PriorityClass = "platform",
                Tolerations =
                [
                    new() { Key = "dedicated", Value = "platform" },
                    new()
                    {
                        Operator = TolerationOperator.Exists,
                        Effect = TolerationEffect.NoExecute,
                        TolerationTime = TimeSpan.FromMinutes(5),
                    },
                ],
            }
        );

        values
            .Should()
            .Contain("'nodeSelector' = {'node-group' = 'platform'}")
            .And.Contain("'priorityClassName' = 'platform'")
            .And.Contain(
                "'tolerations' = [{'key' = 'dedicated', 'operator' = 'Equal', 'value' = 'platform'}, "
                    + "{'operator' = 'Exists', 'effect' = 'NoExecute', 'tolerationSeconds' = 300}]"
            );
    }

    /// <summary>Whatever the controller's cluster, role and purpose follow from is not to be written over.</summary>
    [Theory]
    [InlineData("""{ "clusterName": "green" }""", "clusterName")]
    [InlineData("""{ "vpcId": null }""", "vpcId")]
    [InlineData("""{ "serviceAccount": { "annotations": {} } }""", "serviceAccount")]
    [InlineData("""{ "fullnameOverride": "controller" }""", "fullnameOverride")]
    [InlineData("""{ "watchNamespace": "web" }""", "watchNamespace")]
    [InlineData("""{ "ingressClass": "alb" }""", "ingressClass")]
    [InlineData("""{ "controllerConfig": { "featureGates": { "EnableServiceController": true } } }""", "controllerConfig.featureGates.EnableServiceController")]
    [InlineData("""{ "controllerConfig": null }""", "controllerConfig")]
    [InlineData("""{ "controllerConfig": { "featureGates": [] } }""", "controllerConfig.featureGates")]
    [InlineData("""{ "replicaCount": 0 }""", "replicaCount")]
    [InlineData("""{ "replicaCount": "two" }""", "replicaCount")]
    public void Fails_when_a_value_would_replace_one_that_mooring_relies_on(string values, string key) =>
        Defining(Minimal with { Values = ValuesOf(values) }).Should().Throw<ConstructException>().WithMessage($"stack/Controller: 'Values.{key}' must be *");

    [Fact]
    public void Each_value_that_decides_what_the_controller_serves_is_reserved() =>
        ControllerValues
            .Of(Minimal)
            .Keys.Where(key => !ReservedValues.Has(key))
            .Should()
            .BeEquivalentTo("resources", "controllerConfig", "keepTLSSecret", "webhookConfig");

    [Fact]
    public void Fails_when_kubernetes_would_refuse_a_toleration() =>
        Defining(Minimal with { Tolerations = [new() { Value = "platform" }] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'Tolerations[0].Operator' must be 'Exists' where there is no 'key', got 'Equal'");

    [Fact]
    public void Fails_when_the_chart_is_a_range() =>
        Defining(Minimal with { ChartVersion = "3.x" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'ChartVersion' must be one version of the chart such as '3.5.0', got '3.x'");

    [Fact]
    public void Fails_when_the_image_has_a_tag() =>
        Defining(Minimal with { ImageRepository = "example.com/controller:v3.5.0" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'ImageRepository' must be an image repository without a tag, got 'example.com/controller:v3.5.0'");

    [Fact]
    public void Fails_when_there_would_be_no_replica() =>
        Defining(Minimal with { ReplicaCount = 0 })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Controller: 'ReplicaCount' must be at least 1, got 0");

    private Func<ControllerRelease> Defining(ControllerReleaseProps props) => () => new ControllerRelease(Stack, "Controller", props);

    private static Dictionary<string, ChartValue> ValuesOf(string json) =>
        JsonNode.Parse(json)!.AsObject().ToDictionary(value => value.Key, value => ChartValue.Of(value.Value));

    /// <summary>The values of the release, in single quotes for the sake of the tests above.</summary>
    private string Values(ControllerReleaseProps props)
    {
        _ = Defining(props)();
        return Synthesize().Resource("helm_release")["values"]![0]!.GetValue<string>().Replace('"', '\'');
    }
}
