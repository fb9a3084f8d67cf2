using FluentAssertions;
using FsCheck.Xunit;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;
using Mooring.Stacks.Slices;
using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Writing;

/// <summary>A fleet that is written as a file and read again is the same fleet.</summary>
[Properties(Arbitrary = [typeof(FleetGenerator)], QuietOnSuccess = true)]
public class FleetYamlTests
{
    [Theory]
    [InlineData("fleet.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/everything.yaml")]
    [InlineData("test/Mooring.TestKit/Fleets/everything-else.yaml")]
    public void A_fleet_that_is_written_is_read_as_it_was(string file) => ReadsAsItWas(FleetFile.Read(Repository.PathOf(file)));

    [Property(MaxTest = 200)]
    public void So_is_every_fleet(GeneratedFleet generated)
    {
        if (FleetDocument.FaultsOf(generated.Text).Count == 0)
        {
            ReadsAsItWas(FleetFile.Parse(generated.Text));
        }
    }

    [Fact]
    public void Defaults_are_left_out()
    {
        const string text = """
            name: shop
            environment: ""
            region: eu-west-1
            vpc: vpc-0a1b2c3d4e5f60718
            clusters:
              blue:
                existing: true
                version: '1.30'

            """;

        FleetYaml.Write(FleetFile.Parse(text)).Should().Be(text);
    }

    private static void ReadsAsItWas(FleetSpec fleet)
    {
        var text = FleetYaml.Write(fleet);
        SliceWriter.Write(FleetFile.Parse(text)).Should().Equal(SliceWriter.Write(fleet), text);
    }
}
