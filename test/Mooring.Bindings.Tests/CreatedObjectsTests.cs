using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.LbTargetGroup;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Bindings.Tests;

/// <summary>
/// Generated classes create their objects in Node.js differently than jsii. Here they are compared with jsii's way, which each class still has.
/// With the official packages both are the same.
/// </summary>
public class CreatedObjectsTests : ConstructTest
{
    [Fact]
    public void A_resource_is_sent_as_jsii_sends_it()
    {
        var config = new LbTargetGroupConfig
        {
            Name = "a \"name\" with <signs> & ümläuts 🚢,\nand a second line",
            Port = 8443,
            SlowStart = 30.5,
            ConnectionTermination = false,
            Tags = new Dictionary<string, string> { ["z"] = "1", ["a"] = Token.AsString("${var.two}") },
            HealthCheck = new LbTargetGroupHealthCheck { Enabled = true, Path = "/healthz" },
            Stickiness = new LbTargetGroupStickiness { Type = "lb_cookie", CookieDuration = Token.AsNumber("${var.duration}") },
            TargetFailover = new[]
            {
                new LbTargetGroupTargetFailover { OnDeregistration = "rebalance", OnUnhealthy = "rebalance" },
            },
            DependsOn = [new LbTargetGroup(Stack, "Other", new LbTargetGroupConfig())],
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = new[] { "tags", "name" } },
        };

        Synthesized(stack => new LbTargetGroup(stack, "Resource", config))
            .Should()
            .Be(Synthesized(stack => new JsiisTargetGroup(stack, "Resource", config)))
            .And.Contain("8443")
            .And.Contain("${var.duration}")
            .And.Contain("ümläuts 🚢");
    }

    [Fact]
    public void A_data_source_with_nested_lists_is_sent_as_jsii_sends_it()
    {
        var config = new DataAwsIamPolicyDocumentConfig
        {
            Statement = new[]
            {
                new DataAwsIamPolicyDocumentStatement
                {
                    Actions = ["sts:AssumeRole"],
                    Principals = new[]
                    {
                        new DataAwsIamPolicyDocumentStatementPrincipals { Type = "Service", Identifiers = ["eks.amazonaws.com"] },
                    },
                },
            },
        };

        Synthesized(stack => new DataAwsIamPolicyDocument(stack, "Resource", config))
            .Should()
            .Be(Synthesized(stack => new JsiisPolicyDocument(stack, "Resource", config)))
            .And.Contain("eks.amazonaws.com");
    }

    [Fact]
    public void A_resource_with_maps_in_structs_is_sent_as_jsii_sends_it()
    {
        var config = new SecretConfig
        {
            Metadata = new SecretMetadata
            {
                Name = "cluster",
                Labels = new Dictionary<string, string> { ["argocd.argoproj.io/secret-type"] = "cluster" },
            },
            Data = new Dictionary<string, string> { ["server"] = "https://example.com" },
        };

        Synthesized(stack => new Secret(stack, "Resource", config))
            .Should()
            .Be(Synthesized(stack => new JsiisSecret(stack, "Resource", config)))
            .And.Contain("secret-type");
    }

    [Fact]
    public void A_method_that_a_subclass_overrides_is_called_from_node()
    {
        var stack = new StackWithIdsOfItsOwn(TestApp.Create(), "stack");
        var targetGroup = new LbTargetGroup(stack, "TargetGroup", new LbTargetGroupConfig());

        targetGroup.Arn.Should().NotBeEmpty();
        TerraformJson.Of(stack).Resources("aws_lb_target_group").Should().ContainKey("an-id-of-its-own");
    }

    [Fact]
    public void Methods_and_properties_of_an_interface_that_a_construct_implements_are_called_from_node()
    {
        var value = new ResolvableConstruct(Stack, "Value");
        _ = new TerraformOutput(Stack, "value", new TerraformOutputConfig { Value = value });

        Synthesize().Output("value").GetValue<string>().Should().Be("resolved in .NET");
    }

    [Fact]
    public void An_error_of_node_is_thrown_by_the_constructor()
    {
        _ = new LbTargetGroup(Stack, "TargetGroup", new LbTargetGroupConfig());

        FluentActions
            .Invoking(() => new LbTargetGroup(Stack, "TargetGroup", new LbTargetGroupConfig()))
            .Should()
            .Throw<Exception>()
            .WithMessage("There is already a Construct with name 'TargetGroup' in TerraformStack [stack]");
        Synthesize().Resources("aws_lb_target_group").Should().ContainSingle();
    }

    [Fact]
    public void A_value_that_jsii_does_not_know_is_refused()
    {
        FluentActions
            .Invoking(() => new TerraformOutput(Stack, "value", new TerraformOutputConfig { Value = new Version(1, 0) }))
            .Should()
            .Throw<ArgumentException>();
    }

    [Fact]
    public void An_object_that_node_returns_is_the_one_that_was_created()
    {
        var targetGroup = new LbTargetGroup(Stack, "TargetGroup", new LbTargetGroupConfig());

        Stack.Node.FindChild("TargetGroup").Should().BeSameAs(targetGroup);
        targetGroup.Node.Scope.Should().BeSameAs(Stack);
    }

    private static string Synthesized(Func<TerraformStack, Construct> define)
    {
        var stack = new TerraformStack(TestApp.Create(), "stack");
        _ = define(stack);
        return TerraformJson.Of(stack).Text;
    }

    private sealed class JsiisTargetGroup(Construct scope, string id, ILbTargetGroupConfig config) : LbTargetGroup(new DeputyProps([scope, id, config]));

    private sealed class JsiisPolicyDocument(Construct scope, string id, IDataAwsIamPolicyDocumentConfig config)
        : DataAwsIamPolicyDocument(new DeputyProps([scope, id, config]));

    private sealed class JsiisSecret(Construct scope, string id, ISecretConfig config) : Secret(new DeputyProps([scope, id, config]));

    private sealed class StackWithIdsOfItsOwn(Construct scope, string id) : TerraformStack(scope, id)
    {
        protected override string AllocateLogicalId(object tfElement) => "an-id-of-its-own";
    }

    private sealed class ResolvableConstruct(Construct scope, string id) : Construct(scope, id), IResolvable
    {
        public string[] CreationStack => [];

        public object Resolve(IResolveContext context) => "resolved in .NET";
    }
}
