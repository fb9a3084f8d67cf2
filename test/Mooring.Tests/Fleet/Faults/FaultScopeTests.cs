using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Xunit;

namespace Mooring.Tests.Fleet.Faults;

public class FaultScopeTests
{
    private readonly FaultCollector _faults = new("fleet.yaml");
    private readonly ClusterSpec _cluster = new() { Subnets = ["subnet-1", "subnet-2"] };

    private FaultScope Blue => new FaultScope(_faults).Entry("clusters").Entry("blue");

    private IEnumerable<string> Reported => _faults.Faults.Select(fault => $"{fault.Path}: {fault.Message}");

    [Fact]
    public void The_path_of_a_fault_is_the_expression_that_was_checked()
    {
        Blue.At(_cluster.EndpointAccess.PublicCidrs).Add("is wrong");
        Blue.At(_cluster.NodeGroups).Entry("general").Add("is wrong, too");

        Reported.Should().Equal("clusters.blue.endpointAccess.publicCidrs: is wrong", "clusters.blue.nodeGroups.general: is wrong, too");
    }

    [Fact]
    public void Each_entry_of_a_list_is_checked_at_its_index()
    {
        Blue.CheckEach(_cluster.Subnets, subnet => subnet == "subnet-2" ? "is closed" : null);

        Reported.Should().Equal("clusters.blue.subnets[1]: is closed");
    }

    [Fact]
    public void A_value_that_is_not_given_is_not_checked()
    {
        Blue.Check(_cluster.Version, _ => "must not be called");

        Reported.Should().BeEmpty();
    }

    [Fact]
    public void What_depends_on_an_unreadable_value_is_not_reported()
    {
        _faults.AddUnreadable(_faults.Root.Key("clusters").Key("blue").Key("existing"), "must be 'true' or 'false', got perhaps");

        Blue.At(_cluster.Subnets).AddIf("is required", dependsOn: Blue.At(_cluster.Existing));

        Reported.Should().Equal("clusters.blue.existing: must be 'true' or 'false', got perhaps");
    }

    [Fact]
    public void An_expression_that_names_no_key_is_a_mistake_of_the_programmer()
    {
        var check = () => Blue.At(_cluster.Subnets[0]);

        check.Should().Throw<ArgumentException>().WithMessage("must be a member of a record, such as 'cluster.Version', got '_cluster.Subnets[0]'*");
    }
}
