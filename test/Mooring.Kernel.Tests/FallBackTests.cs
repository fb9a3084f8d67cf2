using FluentAssertions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksCluster;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.Kernel.FallBack;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>Node.js takes over in the middle of a conversation.</summary>
public class FallBackTests
{
    [Fact]
    public void Node_takes_over_at_any_point_unnoticed()
    {
        using var complete = Session.Native();
        var expected = complete.Synthesize(Define);
        complete.Reason.Should().BeNull();
        var random = new Random(19);

        foreach (var point in (int[])[0, 1, 4, .. Enumerable.Range(0, 4).Select(_ => random.Next(5, 18))])
        {
            using var session = Session.Native(unknownAt: point);
            session.Synthesize(Define).Should().Be(expected, "Node.js took over at request {0}", point);
            session.Reason.Should().Be("what this test made it forget");
        }
    }

    [Fact]
    public void The_error_is_node_s_own_where_another_package_is_missing()
    {
        const string request = """{"api":"load","name":"@cdktf/provider-random","version":"1.0.0","tarball":"/nowhere/random.tgz"}""";
        using var kernels = new KernelConversation(new NativeKernel(), Node.Start, _ => { });

        kernels.Answer(request).Should().Contain("\"error\"").And.Contain("/nowhere/random.tgz");
    }

    [Fact]
    public void An_answer_that_node_would_not_give_is_an_error()
    {
        using var kernels = new KernelConversation(new WrongKernel(), Node.Start, _ => { });
        kernels.Answer("""{"api":"sget","fqn":"cdktf.Token","property":"x"}""");

        kernels
            .Invoking(each => each.Answer("""{"api":"unknown"}"""))
            .Should()
            .Throw<EngineDifferenceException>()
            .WithMessage("the native engine and Node.js answer differently: to *");
    }

    private static void Define(TerraformStack stack)
    {
        _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-west-1" });
        var cluster = new EksCluster(
            stack,
            "Cluster",
            new EksClusterConfig
            {
                Name = "blue",
                RoleArn = "arn:aws:iam::111122223333:role/cluster",
                VpcConfig = new EksClusterVpcConfig { SubnetIds = ["subnet-1"] },
            }
        );
        var issuer = cluster.Identity.Get(0).Oidc.Get(0).Issuer;
        var lb = new Lb(stack, "Lb", new LbConfig { Name = cluster.Name, DependsOn = [cluster] });
        _ = new TerraformOutput(stack, "Issuer", new TerraformOutputConfig { Value = Fn.Replace(issuer, "https://", string.Empty) });
        _ = new TerraformOutput(stack, "Groups", new TerraformOutputConfig { Value = lb.SecurityGroups });
    }

    private sealed class WrongKernel : Seam.IAnswering
    {
        public string Answer(string request) =>
            request.Contains("unknown", StringComparison.Ordinal) ? throw new Protocol.UnknownException("this") : """{"ok":{"value":"made up"}}""";

        public void Dispose() { }
    }
}
