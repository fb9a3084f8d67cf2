using FluentAssertions;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Snapshots;
using Mooring.Tests.Fleet.Reference;
using Xunit;

namespace Mooring.Tests.Stacks.Everything;

/// <summary>A fleet with every feature of the fleet file.</summary>
[Collection(nameof(EverythingFleet))]
public class EverythingFleetTests(EverythingFleet everything, EverythingElseFleet everythingElse)
{
    /// <summary>What is in neither file, and where it is tested.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["BackendSpec.local"] = "StateBackendTests; a fleet has one backend",
        ["WorkspaceSource init"] = "StateBackendTests; it is the default",
        ["WorkspaceSource adopted"] = "WorkspacesStackTests; it is for one apply",
        ["AuthenticationMode CONFIG_MAP"] = "ClusterTests; Argo CD cannot be let into such a cluster",
    };

    public static TheoryData<string, string> Stacks
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] everything =
            [
                "load-balancer-public",
                "load-balancer-legacy",
                "load-balancer-theirs",
                "load-balancer-six",
                "cluster-root",
                "cluster-blue",
                "cluster-green",
                "cluster-lodger",
                "cluster-auto",
                "cluster-nodes",
                "registration-root",
                "registration-blue",
                "registration-green",
                "registration-lodger",
                "registration-auto",
                "registration-nodes",
                "binding-blue",
                "binding-green",
                "binding-lodger",
                "binding-auto",
            ];
            string[] everythingElse =
            [
                "workspaces",
                "load-balancer-internal",
                "cluster-root",
                "cluster-blue",
                "cluster-guest",
                "cluster-apart",
                "registration-blue",
                "registration-guest",
                "binding-blue",
            ];
            foreach (var stack in everything)
            {
                data.Add("everything", stack);
            }

            foreach (var stack in everythingElse)
            {
                data.Add("everything-else", stack);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_is_what_was_reviewed(string fleet, string stack) => Snapshot.Verify($"{fleet}/{stack}", FixtureOf(fleet).Stack(stack).Text);

    [Theory]
    [InlineData("everything")]
    [InlineData("everything-else")]
    public void Every_stack_was_reviewed_and_no_other(string fleet)
    {
        var reviewed = Stacks.Where(row => (string)row[0] == fleet).Select(row => (string)row[1]).ToArray();

        FixtureOf(fleet).Stacks.Select(stack => stack.Name).Should().BeEquivalentTo(reviewed);
        Snapshot.Verify($"{fleet}/manifest", File.ReadAllText(Path.Combine(FixtureOf(fleet).Output, "manifest.json")));
        Directory
            .GetFiles(Repository.PathOf(Snapshot.Folder, fleet), "*.verified.json")
            .Select(file => Path.GetFileName(file).Replace(".verified.json", string.Empty, StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(reviewed.Append("manifest"));
    }

    [Fact]
    public void Every_key_of_the_fleet_file_is_used_and_every_word_that_a_key_can_have()
    {
        string[] others =
        [
            Repository.PathOf("docs", "examples", "locations", "fleet.yaml"),
            Repository.PathOf("docs", "examples", "locations", "guest.yaml"),
            Repository.PathOf("test", "Mooring.TestKit", "Fleets", "workspaces.yaml"),
        ];
        var used = others.Append(everything.File).Append(everythingElse.File).SelectMany(FleetUsage.Of).ToHashSet();

        FleetUsage.All.Except(used).Should().BeEquivalentTo(s_elsewhere.Keys, "what cannot be used here is listed with the test that covers it");
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("everything-else")]
    public void It_works_in_every_partition_and_stacks_meet_by_names_alone(string fleet)
    {
        StackRules.EveryArnHoldsInEveryPartition(FixtureOf(fleet));
        StackRules.NoStackRefersToTheStateOfAnother(FixtureOf(fleet));
    }

    [Fact]
    public void Every_lookup_finds_a_resource_of_another_stack()
    {
        var roles = NamesOf("aws_iam_role").ToHashSet();
        var targetGroups = NamesOf("aws_lb_target_group").ToHashSet();

        LookedUp("aws_iam_role").Except(roles).Should().BeEmpty();
        LookedUp("aws_lb_target_group").Except(targetGroups).Should().BeEmpty();
        LookedUp("aws_security_group").Except(NamesOf("aws_security_group")).Should().BeEmpty();
        LookedUp("aws_eks_cluster").Except(NamesOf("aws_eks_cluster")).Should().Equal("green", "lodger");
        LookedUp("aws_lb").Should().AllBe("shared-market");

        IEnumerable<string> NamesOf(string type) =>
            everything.Stacks.SelectMany(stack => everything.Stack(stack.Name).Resources(type).Values).Select(resource => resource["name"]!.GetValue<string>());
        IEnumerable<string> LookedUp(string type) =>
            everything
                .Stacks.SelectMany(stack => everything.Stack(stack.Name).DataSources(type).Values)
                .Select(data => data["name"]!.GetValue<string>())
                .Distinct();
    }

    [Fact]
    public void Another_synthesis_has_the_same_bytes()
    {
        using var directory = new TemporaryDirectory();

        FleetSynthesis.Synthesize(everythingElse.Fleet, directory.Path);

        SynthesizedFiles.In(directory.Path).Should().BeEquivalentTo(SynthesizedFiles.In(everythingElse.Output));
    }

    private SynthesizedFleetFixture FixtureOf(string fleet) => fleet == "everything" ? everything : everythingElse;
}
