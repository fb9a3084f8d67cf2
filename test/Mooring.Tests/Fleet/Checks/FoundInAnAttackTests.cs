using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What an attack on the fleet file found, and no other test of the checks tells of.</summary>
public class FoundInAnAttackTests
{
    private const string Nodes = "      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup";
    private const string Binding = "    bindings:\n      - loadBalancer: public\n";

    [Fact]
    public void A_misspelled_list_of_load_balancers_is_one_error_and_not_one_for_each_binding() =>
        SmallFleet
            .FaultsWith("loadBalancers:\n", "loadBalancer:\n")
            .Should()
            .Be("fleet.yaml(7,1): loadBalancer is not a known key: did you mean 'loadBalancers'?");

    [Fact]
    public void A_key_that_is_there_twice_hides_no_other_error() =>
        SmallFleet
            .FaultsWith(("eu-west-1", "nope"), ("port: 80\n        protocol", "port: 0\n        protocol"), ("clusters:\n", "name: again\nclusters:\n"))
            .Should()
            .Match("fleet.yaml(3,9): region must be*\nfleet.yaml(13,15): *.port must be between*\nfleet.yaml(20,1): name is there already, in line 1");

    [Fact]
    public void Each_bad_label_of_a_node_group_is_an_error() =>
        SmallFleet
            .FaultsWith(Nodes, Nodes.Replace(" }", ", labels: { 'a b': x, 'c d': x, e: f g } }"))
            .Split('\n')
            .Should()
            .SatisfyRespectively(
                first => first.Should().Contain("labels.a b must be a Kubernetes label key"),
                second => second.Should().Contain("labels.c d must be a Kubernetes label key"),
                third => third.Should().Contain("labels.e must be a Kubernetes label value")
            );

    [Fact]
    public void A_value_forges_neither_an_error_nor_a_command_nor_colours() =>
        SmallFleet
            .FaultsWith("region: eu-west-1", "region: \"eu\\nfleet.yaml(1,1): everything is fine\\n::error::pwned\\e[2J\"")
            .Should()
            .StartWith("fleet.yaml(3,9): region must be an AWS region such as")
            .And.NotContain("\n")
            .And.NotContain("\e");

    [Fact]
    public void A_warning_says_so_behind_its_place_whatever_the_file_is_called()
    {
        var place = new Fault("my: fleet.yaml", 7, 3, "backend.cloud", "runs: without");

        new FleetWarning("W001", place).ToString().Should().Be("my: fleet.yaml(7,3): warning W001: backend.cloud runs: without");
    }

    [Theory]
    [InlineData(255 * 1024, "")]
    [InlineData((256 * 1024) - 200, "clusters.blue.registration.annotations and Mooring's own annotations must have at most 262144 bytes")]
    public void The_annotations_of_a_registered_cluster_leave_room_for_Moorings_own(int bytes, string fault) =>
        SmallFleet
            .FaultsWith(Binding, $"    registration: {{ annotations: {{ a: {new string('x', bytes)} }} }}\n{Binding}")
            .Should()
            .Match(text => fault.Length == 0 ? text.Length == 0 : text.Contains(fault));

    [Fact]
    public void More_bindings_than_fit_into_an_annotation_are_an_error()
    {
        var bindings = Enumerable
            .Range(0, 900)
            .Select(number =>
                $"      - name: b{number}\n        existingTargetGroup: {{ arn: '{Arn}/tg{number}/73e2d6bc24d8a067' }}\n"
                + $"        service: {{ namespace: web, name: {new string('s', 60)}, port: 80 }}\n"
            );
        var fleet = SmallFleet.Text.TrimEnd() + "\n" + string.Concat(bindings);

        FluentActions
            .Invoking(() => FleetFile.Parse(fleet.Replace("vpc:", "controller: { policy: documented }\nvpc:", StringComparison.Ordinal)))
            .Should()
            .Throw<FleetException>()
            .WithMessage("*clusters.blue.bindings give the Secret of the cluster annotations that must have at most 262144 bytes*");
    }
}
