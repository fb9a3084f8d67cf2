using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>Upgrades of clusters, and of the nodes that follow them.</summary>
public sealed class NodeVersionTests : SmallFleetSession
{
    private const string Stack = "cluster-blue";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Managed_nodes_follow_their_cluster_from_version_to_version()
    {
        await Session.DeployAsync(Versioned("1.32"), "cluster-root", Stack, LoadBalancer);
        foreach (var version in new[] { "1.33", "1.34", "1.35", "1.36" })
        {
            var plan = await (await Session.SynthesizeAsync(Versioned(version))).Named(Stack).DeployAsync();

            plan.Said()
                .Should()
                .Equal(
                    "Update aws_eks_cluster.Cluster",
                    "Update aws_eks_node_group.NodeGroup-default",
                    // Its trust policy is a data source that refers to the cluster, and is read when that has changed. It stays the same.
                    "Update aws_iam_role.ControllerRole"
                );
            (await Session.PlanAsync(Versioned(version), Stack)).Said().Should().BeEmpty();
        }
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Managed_nodes_of_an_existing_cluster_have_the_version_that_the_file_declares()
    {
        await Session.DeployAsync(Versioned("1.33", "existing: true"), "cluster-root", Stack, LoadBalancer);

        var plan = await (await Session.SynthesizeAsync(Versioned("1.35", "existing: true"))).Named(Stack).DeployAsync();

        plan.Said().Should().Equal("Update aws_eks_node_group.NodeGroup-default");
    }

    /// <summary>What EKS gave a cluster without a version is in no file: whoever names one for the first time names the one that it has.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_version_that_is_named_for_the_first_time_is_the_one_that_the_cluster_has()
    {
        await Session.DeployAsync(Fleet(), "cluster-root", LoadBalancer, Stack);

        (await Session.PlanAsync(Versioned("1.35"), Stack)).Said().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Eks_refuses_limits_that_the_running_nodes_are_outside_of()
    {
        await Session.DeployAsync(Sized(2, 4), "cluster-root", Stack, LoadBalancer);
        var stacks = await Session.SynthesizeAsync(Sized(3, 4));
        var nodes = Session.Account.Of("aws_eks_node_group").Single();
        Session.Account.Put(nodes with { Value = nodes.Value.With([new("scaling_config", Scaling(min: 2, nodes: 2, max: 4))]) });

        var apply = () => stacks.Named(Stack).DeployAsync();

        (await apply.Should().ThrowAsync<TerraformException>()).WithMessage("*Minimum capacity 3 can't be greater than desired size 2*");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rehearsal_assumes_the_nodes_that_the_warning_asks_for()
    {
        await Session.DeployAsync(Sized(2, 4), "cluster-root", Stack, LoadBalancer);

        await Session.DeployAsync(Sized(3, 4), Stack);

        Session.Account.Of("aws_eks_node_group").Single().Value["scaling_config"].Should().Be(Scaling(min: 3, nodes: 3, max: 4));
        (await Session.PlanAsync(Sized(3, 4), Stack)).Said().Should().BeEmpty();
    }

    private static Fleet.FleetSpec Sized(int min, int max) => Fleet(("minSize: 1, maxSize: 2", $"minSize: {min}, maxSize: {max}"));

    private static Value Scaling(int min, int nodes, int max) =>
        Value.List(Value.Object([new("min_size", min), new("desired_size", nodes), new("max_size", max)]));

    private static Fleet.FleetSpec Versioned(string version, string more = "delivery: helm") =>
        Fleet(("    delivery: helm\n", $"    {more}\n    version: \"{version}\"\n"));
}
