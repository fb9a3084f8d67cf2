using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

public class FleetReferenceTests
{
    [Fact]
    public void The_reference_page_is_what_was_reviewed() => Snapshot.VerifyFile(Path.Combine("docs", "fleet.md"), ReferencePage.Write());

    [Fact]
    public void The_schema_is_what_was_reviewed() => Snapshot.VerifyFile("fleet.schema.json", FleetSchema.Write());

    [Fact]
    public void The_schema_of_parts_is_what_was_reviewed() => Snapshot.VerifyFile("fleet.part.schema.json", PartSchema.Write());
}
