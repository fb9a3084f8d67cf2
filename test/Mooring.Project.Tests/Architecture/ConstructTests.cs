using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Project.Tests.Architecture;

/// <summary>Rules for all constructs.</summary>
public class ConstructTests
{
    [Fact]
    public void Every_construct_has_a_reviewed_snapshot_and_every_snapshot_a_construct()
    {
        var constructs = typeof(FleetSpec)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Construct)) && !type.IsSubclassOf(typeof(TerraformStack)))
            .Select(type => $"{type.Name}.Minimal.verified.json");
        var folder = Repository.PathOf(Snapshot.Folder);

        Directory.GetFiles(folder, "*.Minimal.verified.json", SearchOption.AllDirectories).Select(Path.GetFileName).Should().BeEquivalentTo(constructs);
    }

    [Fact]
    public void No_target_is_ever_listed_in_terraform() =>
        File.ReadAllLines(Repository.PathOf("bindings", "resources.txt"))
            .Should()
            .NotContain(["aws_lb_target_group_attachment", "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"]);
}
