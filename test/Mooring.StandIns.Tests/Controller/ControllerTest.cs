using FluentAssertions;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>A test with a cluster, and a target group that it can bind.</summary>
public abstract class ControllerTest
{
    private protected ControllerTest()
    {
        Blue = new PretendedCluster(Aws);
        Group = Aws.CreateTargetGroup("shop");
    }

    private protected PretendedAws Aws { get; } = new();

    private protected PretendedCluster Blue { get; }

    private protected ObjectValue Group { get; }

    private protected string? Problem => Aws.Account.Bindings().First(binding => binding.Cluster == Blue.Name).Problem;

    /// <summary>The clusters that have targets in a group.</summary>
    private protected string[] ClustersIn(ObjectValue group) => [.. Aws.Account.TargetsOf(group["arn"].Text!).Select(target => target.Cluster).Distinct()];

    /// <summary>A target group of a type.</summary>
    private protected ObjectValue CreateGroup(string name, string type) =>
        Aws.Create(
            "aws_lb_target_group",
            $$"""{ "name": "{{name}}", "port": 80, "protocol": "HTTP", "target_type": "{{type}}", "vpc_id": "vpc-0a1b2c3d4e5f60718" }"""
        );

    private protected static string Refused(Action call) => call.Should().Throw<RemoteException>().Which.Message;
}
