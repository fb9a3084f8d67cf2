using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnit;
using FluentAssertions;
using Xunit;

namespace Mooring.Project.Tests.Architecture;

/// <summary>The folders follow the table in CONTRIBUTING.md.</summary>
public class ArchitectureTests
{
    private static readonly string[] s_cdktf = ["HashiCorp.", "Constructs", "Amazon.JSII"];

    public static TheoryData<Room> Rooms => [.. Room.All];

    [Fact]
    public void No_namespaces_depend_on_each_other_in_a_cycle() =>
        SliceRuleDefinition.Slices().Matching("Mooring.(**)").Should().BeFreeOfCycles().Check(House.Types);

    [Fact]
    public void Every_folder_of_code_has_a_row_in_the_table_and_every_row_a_folder()
    {
        var folders = House.Types.Types.Select(House.NamespaceOf).Where(name => name.StartsWith("Mooring.", StringComparison.Ordinal)).Distinct();

        folders.Where(name => Room.Of(name) is null).Should().BeEmpty();
        Room.All.Where(room => !Directory.Exists(TestKit.Repository.PathOf(room.Folder))).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_that_its_row_names(Room room) =>
        House
            .UsesOf(room, name => Room.Of(name) is { } used && used != room && !room.MayUse.Contains(used.Name))
            .Should()
            .BeEmpty("the row of {0} in CONTRIBUTING.md names {1}", room.Name, string.Join(", ", room.MayUse));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_cdktf_only_where_its_row_allows_it(Room room) =>
        House
            .UsesOf(room, name => !room.MayUse.Contains(Room.Cdktf) && s_cdktf.Any(package => name.StartsWith(package, StringComparison.Ordinal)))
            .Should()
            .BeEmpty("the row of {0} in CONTRIBUTING.md does not name {1}", room.Name, Room.Cdktf);
}
