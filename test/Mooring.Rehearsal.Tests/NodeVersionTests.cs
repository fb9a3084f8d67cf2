using FluentAssertions;
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

    private static Fleet.FleetSpec Versioned(string version, string more = "delivery: helm") =>
        Fleet(("    delivery: helm\n", $"    {more}\n    version: \"{version}\"\n"));
}
