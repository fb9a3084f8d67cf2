using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Stacks.Slices;

namespace Mooring.Stacks;

/// <summary>A stack before it is defined: pure data, for which neither CDKTF nor Node.js is started.</summary>
public sealed class PlannedStack
{
    /// <summary>Plans a stack.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="dependencies">Names of the stacks that are applied before it.</param>
    internal PlannedStack(StackKind kind, string subject, FleetSpec fleet, IEnumerable<string> dependencies)
        => (Kind, Subject, Name, Slice, Dependencies) = (kind, subject, NameOf(kind, subject), SliceOf(kind, subject, fleet), [.. dependencies.Distinct()]);

    private PlannedStack(StackKind kind, string subject, FleetSpec slice)
        => (Kind, Subject, Name, Slice, Dependencies) = (kind, subject, NameOf(kind, subject), slice, []);

    /// <summary>Name of the stack.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public StackKind Kind { get; }

    /// <summary>Name in the fleet of the load balancer or the cluster that it is for.</summary>
    public string Subject { get; }

    /// <summary>What it sees of the fleet. It is a function of this alone.</summary>
    public FleetSpec Slice { get; }

    /// <summary>Names of the stacks that are applied before it.</summary>
    public IReadOnlyList<string> Dependencies { get; }

    /// <summary>A stack that was planned elsewhere, where its dependencies stay.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for.</param>
    /// <param name="slice">What it sees of the fleet.</param>
    internal static PlannedStack WithSlice(StackKind kind, string subject, FleetSpec slice) => new(kind, subject, slice);

    /// <summary>Defines it.</summary>
    /// <param name="app">The app.</param>
    public TerraformStack DefineIn(Construct app) => Kind switch
    {
        StackKind.LoadBalancer => new LoadBalancerStack(app, Slice, Subject),
        StackKind.Cluster => new ClusterStack(app, Slice, Subject),
        StackKind.Registration => new RegistrationStack(app, Slice, Subject),
        _ => new BindingStack(app, Slice, Subject),
    };

    private static string NameOf(StackKind kind, string subject) => kind switch
    {
        StackKind.LoadBalancer => StackNames.LoadBalancer(subject),
        StackKind.Cluster => StackNames.Cluster(subject),
        StackKind.Registration => StackNames.Registration(subject),
        _ => StackNames.Binding(subject),
    };

    private static FleetSpec SliceOf(StackKind kind, string subject, FleetSpec fleet) => kind switch
    {
        StackKind.LoadBalancer => FleetSlice.OfLoadBalancer(fleet, subject),
        StackKind.Cluster => FleetSlice.OfCluster(fleet, subject),
        StackKind.Registration => FleetSlice.OfRegistration(fleet, subject),
        _ => FleetSlice.OfBinding(fleet, subject),
    };
}
