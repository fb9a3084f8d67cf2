using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Project.Tests.Architecture;

/// <summary>What CONTRIBUTING.md says of the house.</summary>
public class ArchitectureTests
{
    [Theory]
    [InlineData("Mooring/Fleet")]
    [InlineData("Mooring/Limits")]
    [InlineData("Mooring/ArgoCd/GitOps")]
    public void What_the_user_declares_and_its_limits_know_nothing_of_cdktf(string folder)
        => Usings(folder).Should().NotContain(name => name.StartsWith("HashiCorp") || name == "Constructs" || name == "Mooring.Stacks");

    [Theory]
    [InlineData("Mooring/LoadBalancing")]
    [InlineData("Mooring/Clusters")]
    [InlineData("Mooring/Identity")]
    [InlineData("Mooring/ArgoCd")]
    [InlineData("Mooring/TargetGroupBindings")]
    public void Constructs_serve_without_the_fleet(string domain)
        => Usings(domain).Should().NotContain(name => name.StartsWith("Mooring.Fleet") || name == "Mooring.Stacks");

    [Fact]
    public void The_stand_ins_know_terraform_and_aws_and_no_fleet()
        => Usings("Mooring.StandIns").Should().NotContain(name => name.StartsWith("HashiCorp") || name.StartsWith("Mooring.") && !name.StartsWith("Mooring.StandIns"));

    [Fact]
    public void Every_construct_has_a_reviewed_snapshot_and_every_snapshot_a_construct()
    {
        var constructs = typeof(FleetSpec).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Construct)) && !type.IsSubclassOf(typeof(TerraformStack)))
            .Select(type => $"{type.Namespace!["Mooring.".Length..]}/{type.Name}.Minimal.verified.json");
        var folder = Repository.PathOf(Snapshot.Folder);

        Directory.GetFiles(folder, "*.Minimal.verified.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Should().BeEquivalentTo(constructs);
    }

    [Fact]
    public void No_target_is_ever_listed_in_terraform()
        => File.ReadAllLines(Repository.PathOf("bindings", "resources.txt")).Should().NotContain(["aws_lb_target_group_attachment", "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"]);

    private static IEnumerable<string> Usings(string folder)
        => Directory.GetFiles(Repository.PathOf("src", folder), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => line["using ".Length..].TrimEnd(';'));
}
