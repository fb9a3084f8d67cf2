using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Aws.LbListener;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>Programs of users, with whatever CDKTF has: each ends as it ends with Node.js alone, in its output and in its errors.</summary>
public class UserConstructTests
{
    private static readonly string[] s_ignored = ["tags"];

    public static TheoryData<string> Known => ["addOverride", "importFrom", "moveFromId", "lifecycle", "nested constructs", "a second provider", "functions"];

    public static TheoryData<string> LeftToNode =>
        [
            "an overridden member",
            "an aspect",
            "a validation",
            "a move target",
            "an iterator",
            "a variable",
            "two constructs of one name",
            "a missing member",
            "number in text",
            "no reference",
        ];

    [Theory]
    [MemberData(nameof(Known))]
    public void The_native_engine_writes_what_node_writes(string program) => Compare(program).Should().BeNull();

    [Theory]
    [MemberData(nameof(LeftToNode))]
    public void What_the_native_engine_does_not_know_ends_as_with_node(string program) => Compare(program).Should().NotBeNull();

    [Fact]
    public void A_validation_that_fails_is_reported_by_node()
    {
        using var native = Session.Native();
        var error = native.Synthesize(stack => stack.Node.AddValidation(new FailingValidation()), skipsValidation: false);

        error.Should().Contain("the construct is never valid");
        native.Reason.Should().NotBeNull();
    }

    /// <summary>Compares, and returns why Node.js was started.</summary>
    private static string? Compare(string program)
    {
        using var reference = Session.OfNode();
        var expected = reference.Synthesize(stack => Define(program, stack));
        using var native = Session.Native();

        native.Synthesize(stack => Define(program, stack)).Should().Be(expected);
        return native.Reason;
    }

    private static void Define(string program, TerraformStack stack)
    {
        _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-west-1" });
        var lb = new Lb(
            stack,
            "Lb",
            new LbConfig
            {
                Name = "name",
                Tags = new Dictionary<string, string> { ["a-b"] = "c" },
            }
        );
        switch (program)
        {
            case "addOverride":
                lb.AddOverride("tags.more", "d");
                lb.AddOverride("name", null!);
                stack.AddOverride("terraform.required_version", ">= 1.5");
                break;
            case "importFrom":
                lb.ImportFrom("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/x/50dc6c495c0c9188");
                break;
            case "moveFromId":
                lb.MoveFromId("aws_lb.Old");
                break;
            case "lifecycle":
                _ = new Lb(
                    stack,
                    "Other",
                    new LbConfig
                    {
                        DependsOn = [lb],
                        Lifecycle = new TerraformResourceLifecycle { PreventDestroy = true, IgnoreChanges = s_ignored },
                    }
                );
                break;
            case "nested constructs":
                var inner = new Construct(new Construct(stack, "Outer/Part"), "Inner");
                _ = new TerraformOutput(inner, "Arn", new TerraformOutputConfig { Value = lb.Arn, Sensitive = true });
                break;
            case "a second provider":
                var other = new AwsProvider(stack, "other", new AwsProviderConfig { Alias = "other", Region = "us-east-1" });
                _ = new Lb(stack, "Other", new LbConfig { Provider = other });
                break;
            case "functions":
                _ = new TerraformLocal(
                    stack,
                    "Local",
                    Fn.Join("-", [lb.Arn, Fn.Base64encode(lb.DnsName), Fn.Yamlencode(new Dictionary<string, object> { ["key"] = lb.ZoneId })])
                );
                break;
            default:
                DefineUnknown(program, stack, lb);
                break;
        }
    }

    private static void DefineUnknown(string program, TerraformStack stack, Lb lb)
    {
        switch (program)
        {
            case "an overridden member":
                _ = new TerraformOutput(stack, "Name", new TerraformOutputConfig { Value = new NamedOutput(stack, "Named").Node.Path });
                break;
            case "an aspect":
                Aspects.Of(stack).Add(new PrefixAspect());
                break;
            case "a validation":
                stack.Node.AddValidation(new FailingValidation());
                break;
            case "a move target":
                lb.AddMoveTarget("target");
                break;
            case "an iterator":
                _ = new Lb(stack, "Each", new LbConfig { Name = TerraformIterator.FromList(lb.SecurityGroups).GetString("name") });
                break;
            case "a variable":
                _ = new TerraformOutput(
                    stack,
                    "Out",
                    new TerraformOutputConfig { Value = new TerraformVariable(stack, "In", new TerraformVariableConfig { Type = "string" }).StringValue }
                );
                break;
            case "two constructs of one name":
                _ = new Construct(stack, "Lb");
                break;
            case "a missing member":
                _ = new LbListener(stack, "Listener", new LbListenerConfig { LoadBalancerArn = lb.Arn });
                break;
            case "number in text":
                _ = new TerraformOutput(stack, "Out", new TerraformOutputConfig { Value = $"after {lb.IdleTimeout:R} seconds" });
                break;
            default:
                _ = lb.Node.Addr;
                break;
        }
    }
}
