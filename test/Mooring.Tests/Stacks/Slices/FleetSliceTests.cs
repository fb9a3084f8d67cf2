using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.Stacks.Slices;
using Mooring.Synthesis.Reuse;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Stacks.Slices;

/// <summary>The stacks whose slice contains a change of the sample fleet. Tests of the synthesized stacks show where it must.</summary>
public class FleetSliceTests
{
    private static readonly string s_fleet = File.ReadAllText(Repository.PathOf("fleet.yaml")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("weight: 90", "weight: 80", "load-balancer-public")]
    [InlineData("instanceTypes: [m7i.large]", "instanceTypes: [m7i.xlarge]", "cluster-root")]
    [InlineData("name: traefik-internal", "name: nginx", "cluster-blue registration-blue binding-blue")]
    [InlineData("repoUrl: https://git.example.com/platform/apps.git", "repoUrl: https://git.example.com/apps.git", "")]
    public void A_change_is_in_the_slices_of_the_stacks_it_affects(string old, string @new, string seenBy) =>
        SeenBy(old, @new).Should().BeEquivalentTo(Names(seenBy));

    [Theory]
    [InlineData("version: \"1.36\"", "version: \"1.37\"", "cluster-green")]
    [InlineData("maxSize: 12", "maxSize: 13", "cluster-green")]
    [InlineData("healthCheck: { path: /ping }", "healthCheck: { path: /ready }", "load-balancer-public")]
    [InlineData("healthCheck: { path: /ping }", "port: 8080", "load-balancer-public cluster-green registration-green")]
    [InlineData("delivery: argocd", "delivery: helm", "cluster-green registration-green binding-green")]
    [InlineData("delivery: argocd", "delivery: argocd\n    registration: { labels: { tier: gold } }", "registration-green")]
    [InlineData(
        "delivery: argocd",
        "delivery: argocd\n    registration: { namespaces: [aws-lb-controller, traefik], clusterResources: true }",
        "cluster-green registration-green"
    )]
    public void A_change_of_a_cluster_is_in_the_slices_of_its_stacks_and_of_its_load_balancers(string old, string @new, string seenBy)
    {
        var green = s_fleet.LastIndexOf(old, StringComparison.Ordinal);

        SeeDifference(s_fleet, $"{s_fleet[..green]}{@new}{s_fleet[(green + old.Length)..]}").Should().BeEquivalentTo(Names(seenBy));
    }

    [Theory]
    [InlineData("    scheme: internal\n", "    scheme: internal\n    quotas: { rules: 200 }\n")]
    [InlineData("clusters:\n", "# The clusters.\nclusters:\n")]
    public void A_change_without_effect_on_terraform_is_in_no_slice(string old, string @new) => SeenBy(old, @new).Should().BeEmpty();

    [Fact]
    public void A_new_cluster_is_in_no_slice_of_another_cluster() =>
        SeenBy("clusters:\n", "clusters:\n  black: { subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444] }\n")
            .Should()
            .BeEquivalentTo("cluster-black", "registration-black");

    [Fact]
    public void Clusters_see_only_the_first_security_group_of_a_load_balancer()
    {
        const string old = "    scheme: internal\n";
        var one = s_fleet
            .Replace(old, "    scheme: internal\n    securityGroups: [sg-0a1b2c3d4e5f60718]\n", StringComparison.Ordinal)
            .Replace("    ingressCidrs: [10.0.0.0/8]\n", string.Empty, StringComparison.Ordinal);

        SeeDifference(s_fleet, one).Should().BeEquivalentTo("load-balancer-internal", "cluster-blue", "registration-blue", "binding-blue");
        SeeDifference(one, one.Replace("5f60718]", "5f60718, sg-0b1b2c3d4e5f60718]", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo("load-balancer-internal");
    }

    [Fact]
    public void A_slice_has_no_other_cluster_and_no_unbound_load_balancer()
    {
        var slice = FleetSlice.OfCluster(FleetFile.Parse(s_fleet), "green");

        slice.Clusters.Keys.Should().Equal("green");
        slice.LoadBalancers.Keys.Should().Equal("public");
        slice.LoadBalancers["public"].Listeners.Should().BeEmpty();
    }

    private static IEnumerable<string> SeenBy(string old, string @new)
    {
        s_fleet.Should().Contain(old);
        return SeeDifference(s_fleet, s_fleet.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>The stacks that have another slice after a change, or none before.</summary>
    private static IEnumerable<string> SeeDifference(string before, string after)
    {
        var slices = Slices(before);
        return Slices(after).Where(slice => slices.GetValueOrDefault(slice.Key) != slice.Value).Select(slice => slice.Key);
    }

    private static Dictionary<string, string> Slices(string text) =>
        FleetLayout.Plan(FleetFile.Parse(text)).ToDictionary(stack => stack.Name, StackRecord.SliceOf);

    private static string[] Names(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
