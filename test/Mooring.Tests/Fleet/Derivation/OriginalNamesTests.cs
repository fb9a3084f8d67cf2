using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Fleet.Derivation;

/// <summary>A fleet in which everything is renamed has the stacks of the one before, byte by byte.</summary>
public class OriginalNamesTests
{
    public static TheoryData<string> Fleets => ["everything.yaml", "everything-else.yaml"];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void No_stack_sees_that_something_is_renamed(string file)
    {
        var before = OriginalNames.Of(FleetFile.Read(Repository.PathOf("test", "Mooring.TestKit", "Fleets", file)));
        var after = Renamed(before);

        Described(FleetLayout.Plan(after)).Should().Equal(Described(FleetLayout.Plan(before)));
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void The_names_of_what_is_renamed_do_not_change(string file)
    {
        var before = OriginalNames.Of(FleetFile.Read(Repository.PathOf("test", "Mooring.TestKit", "Fleets", file)));
        var after = Renamed(before);

        NamesOf(after).Should().Equal(NamesOf(before)).And.NotBeEmpty();
    }

    [Fact]
    public void A_fleet_in_which_nothing_is_renamed_is_not_copied()
    {
        var fleet = FleetFile.Read(Repository.PathOf("fleet.yaml"));

        OriginalNames.Of(fleet).Should().BeSameAs(fleet);
    }

    private static IEnumerable<string> Described(IEnumerable<PlannedStack> plan) =>
        plan.Select(stack => $"{stack.Name} after {string.Join(", ", stack.Dependencies)}: {Convert.ToHexString(stack.SliceBytes)}");

    /// <summary>Every public name, found by the names in the file.</summary>
    private static IEnumerable<string> NamesOf(FleetSpec fleet)
    {
        foreach (var loadBalancer in fleet.LoadBalancers.Keys)
        {
            yield return FleetNames.LoadBalancer(fleet, loadBalancer);
            yield return FleetNames.CrossAccountRole(fleet, loadBalancer, "role");
            foreach (var group in fleet.LoadBalancers[loadBalancer].TargetGroups.Keys)
            {
                yield return FleetNames.TargetGroup(fleet, loadBalancer, group);
            }
        }

        foreach (var (cluster, spec) in fleet.Clusters)
        {
            yield return FleetNames.Application(fleet, cluster);
            yield return FleetNames.ClusterSecret(fleet, cluster);
            yield return FleetNames.ControllerPolicy(fleet, cluster);
            yield return FleetNames.TargetGroupPrefix(fleet, cluster);
            foreach (var binding in spec.Bindings)
            {
                yield return FleetNames.TargetGroup(fleet, cluster, binding);
                yield return FleetNames.TargetGroupBinding(fleet, cluster, binding);
            }

            foreach (var group in spec.NodeGroups.Keys)
            {
                yield return FleetNames.NodeGroup(fleet, spec, group);
            }
        }
    }

    private static string New(string name) => $"{name}-new";

    /// <summary>The fleet with other names for all load balancers, clusters and node groups, and for the bindings that have a name of their own.</summary>
    private static FleetSpec Renamed(FleetSpec fleet) =>
        fleet with
        {
            ArgoCd = fleet.ArgoCd! with { Cluster = New(fleet.ArgoCd.Cluster) },
            LoadBalancers = Map(
                fleet.LoadBalancers,
                (name, loadBalancer) =>
                    loadBalancer with
                    {
                        Renamed = name,
                        Listeners = loadBalancer.Listeners.ToDictionary(pair => pair.Key, pair => Renamed(pair.Value)),
                    }
            ),
            Clusters = Map(
                fleet.Clusters,
                (name, cluster) =>
                    cluster with
                    {
                        Renamed = name,
                        NodeGroups = Map(cluster.NodeGroups, (group, spec) => spec with { Renamed = group }),
                        SelfManagedNodeGroups = Map(cluster.SelfManagedNodeGroups, (group, spec) => spec with { Renamed = group }),
                        Bindings =
                        [
                            .. cluster.Bindings.Select(binding =>
                                binding with
                                {
                                    Name = binding.Name is { } own ? New(own) : null,
                                    Renamed = binding.Name,
                                    LoadBalancer = binding.LoadBalancer is { } loadBalancer ? New(loadBalancer) : null,
                                }
                            ),
                        ],
                    }
            ),
        };

    private static ListenerSpec Renamed(ListenerSpec listener) =>
        listener with
        {
            DefaultAction = listener.DefaultAction is { } action ? action with { Forward = Renamed(action.Forward) } : null,
            Rules = [.. listener.Rules.Select(rule => rule with { Forward = Renamed(rule.Forward) })],
        };

    private static ForwardSpec? Renamed(ForwardSpec? forward) =>
        forward is null
            ? null
            : forward with
            {
                TargetGroups =
                [
                    .. forward.TargetGroups.Select(target =>
                        target with
                        {
                            Cluster = target.Cluster is { } cluster ? New(cluster) : null,
                            Binding = target.Binding is { } binding ? New(binding) : null,
                        }
                    ),
                ],
            };

    private static Dictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> entries, Func<string, T, T> change) =>
        entries.ToDictionary(pair => New(pair.Key), pair => change(pair.Key, pair.Value));
}
