using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Reading;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>
/// For every fleet that passes the checks, every name, label and priority is within its limits. The limits are written down here
/// once more, as AWS and Kubernetes have them, and not taken from the library.
/// </summary>
[Properties(Arbitrary = [typeof(FleetGenerator)], QuietOnSuccess = true)]
public partial class GeneratedFleetTests
{
    [Property(MaxTest = 200)]
    public void Every_name_of_a_fleet_that_passes_is_within_its_limits(GeneratedFleet generated)
    {
        if (FleetDocument.FaultsOf(generated.Text).Count > 0)
        {
            return;
        }

        var fleet = FleetFile.Parse(generated.Text);
        Distinct(fleet.LoadBalancers.Keys.Select(name => FleetNames.LoadBalancer(fleet, name)), ElbName());
        Distinct(TargetGroupsOf(fleet), ElbName());
        Distinct(RolesOf(fleet), RoleName());
        Distinct(fleet.Clusters.Keys.Select(name => FleetNames.ClusterSecret(fleet, name)), DnsSubdomain());
        Distinct(fleet.Clusters.Keys.Select(name => $"targetgroupbindings-{FleetNames.Application(fleet, name)}"), DnsLabel());
        foreach (var listener in fleet.LoadBalancers.Values.SelectMany(loadBalancer => loadBalancer.Listeners.Values))
        {
            Distinct(RulePriority.Of(listener.Rules).Select(pair => $"{pair.Priority}"), Priority());
        }
    }

    [Fact]
    public void Most_generated_fleets_have_no_errors() =>
        FleetGenerator.Fleets().Generator.Sample(100).Count(fleet => FleetDocument.FaultsOf(fleet.Text).Count == 0).Should().BeGreaterThan(60);

    [Property(MaxTest = 100)]
    public void A_fault_planted_in_a_fleet_that_passes_is_reported_where_it_stands_and_nothing_else(GeneratedFleet generated, PositiveInt choice)
    {
        var fleet = new FleetDocument(JsonNode.Parse(generated.Text)!.AsObject());
        var plants = PlantedFault
            .All.Where(fault => fault.Says != "eu-west-1")
            .SelectMany(fault => fleet.Places(fault.Pattern).Select(place => (Fault: fault, Place: place)))
            .ToArray();
        var (fault, place) = plants[choice.Get % plants.Length];
        if (fleet.Faults().Count > 0)
        {
            return;
        }

        var (text, line) = fleet.With(place, fault.Value.DeepClone());

        var reported = FleetDocument.FaultsOf(text).Should().ContainSingle("{0} in {1} is one fault", fault, place).Subject;
        (reported.Path, reported.Line).Should().Be((place.Path, line));
    }

    [Property(MaxTest = 5)]
    public void Everything_synthesized_of_a_fleet_that_passes_is_within_its_limits(GeneratedFleet generated)
    {
        if (FleetDocument.FaultsOf(generated.Text).Count > 0)
        {
            return;
        }

        using var output = new TemporaryDirectory();
        FleetSynthesis.Synthesize(FleetFile.Parse(generated.Text), output.Path);

        foreach (var (file, stack) in SynthesizedFiles.In(output.Path).Where(pair => pair.Key.EndsWith("cdk.tf.json", StringComparison.Ordinal)))
        {
            CheckStack(file, JsonNode.Parse(stack)!);
        }
    }

    private static void CheckStack(string file, JsonNode stack)
    {
        Legal(NamesOf("aws_lb").Concat(NamesOf("aws_lb_target_group")), ElbName(), file);
        Legal(NamesOf("aws_iam_role"), RoleName(), file);
        Legal(Resources("aws_eks_node_group").Select(nodes => $"{nodes["node_group_name"]}"), NodeGroupName(), file);
        Legal(NamesOf("helm_release"), ReleaseName(), file);
        Legal(
            BindingName()
                .Matches(string.Concat(Resources("helm_release").Select(release => $"{release["values"]?[0]}")))
                .Select(match => match.Groups[1].Value),
            DnsLabel(),
            file
        );
        foreach (var rules in Resources("aws_lb_listener_rule").GroupBy(rule => $"{rule["listener_arn"]}"))
        {
            Distinct(rules.Select(rule => $"{rule["priority"]}"), Priority());
        }

        foreach (var secret in Resources("kubernetes_secret"))
        {
            CheckSecret(secret["metadata"]!, file);
        }

        IEnumerable<JsonNode> Resources(string type) => stack["resource"]?[type]?.AsObject().Select(pair => pair.Value!) ?? [];
        IEnumerable<string> NamesOf(string type) => Resources(type).Select(resource => $"{resource["name"]}");
    }

    private static void CheckSecret(JsonNode metadata, string file)
    {
        Legal([$"{metadata["name"]}"], DnsSubdomain(), file);
        var labels = metadata["labels"]!.AsObject().ToDictionary(pair => pair.Key, pair => $"{pair.Value}");
        Legal(labels.Keys.Concat(metadata["annotations"]!.AsObject().Select(pair => pair.Key)), LabelKey(), file);
        Legal(labels.Values.Where(value => !value.Contains("${", StringComparison.Ordinal)), LabelValue(), file);
        metadata["annotations"]!.ToJsonString().Length.Should().BeLessThan(256 * 1024, file);
    }

    private static void Legal(IEnumerable<string> names, Regex pattern, string because) =>
        names.Where(name => !pattern.IsMatch(name)).Should().BeEmpty(because);

    /// <summary>Whether names are valid, and unique without regard to case.</summary>
    private static void Distinct(IEnumerable<string> names, Regex pattern)
    {
        var all = names.ToArray();
        Legal(all, pattern, "every name must be legal");
        all.Select(name => name.ToUpperInvariant()).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> TargetGroupsOf(FleetSpec fleet) =>
        fleet.Clusters.SelectMany(cluster => cluster.Value.Bindings.Select(binding => FleetNames.TargetGroup(fleet, cluster.Key, binding)));

    private static List<string> RolesOf(FleetSpec fleet) =>
        [
            .. fleet.Clusters.SelectMany(cluster => cluster.Value.NodeGroups.Keys.Select(group => FleetNames.NodeRole(fleet, cluster.Key, group))),
            .. fleet.Clusters.Keys.SelectMany(name =>
                new[] { FleetNames.ControllerRole(fleet, name), FleetNames.ArgoCdAccessRole(fleet, name), FleetNames.ClusterRole(fleet, name) }
            ),
        ];

    [GeneratedRegex(@"^(?!internal-)[0-9A-Za-z](?:[0-9A-Za-z-]{0,30}[0-9A-Za-z])?\z")]
    private static partial Regex ElbName();

    [GeneratedRegex(@"^[0-9A-Za-z_+=,.@-]{1,64}\z")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z_-]{0,62}\z")]
    private static partial Regex NodeGroupName();

    [GeneratedRegex(@"^([1-9]|[1-9][0-9]{1,3}|[1-4][0-9]{4}|50000)\z")]
    private static partial Regex Priority();

    [GeneratedRegex(@"^[0-9a-z]([0-9a-z-]{0,51}[0-9a-z])?\z")]
    private static partial Regex ReleaseName();

    [GeneratedRegex(@"^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"^(?=.{1,253}\z)[0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)*\z")]
    private static partial Regex DnsSubdomain();

    [GeneratedRegex(@"^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?\z")]
    private static partial Regex LabelValue();

    [GeneratedRegex(@"^([0-9a-z.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex LabelKey();

    [GeneratedRegex("""\{"name" = "([^"]+)", "namespace" = """)]
    private static partial Regex BindingName();
}
