using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Stacks.Slices;

namespace Mooring.Stacks;

/// <summary>
/// A kind of stack: how its stacks are named, which part of the fleet they see, and how they are defined. The name of a stack is also the
/// name of its state, its workspace and its folder: a changed name loses all three.
/// </summary>
public sealed class StackKind
{
    private readonly Func<FleetSpec, string, FleetSpec> _slice;
    private readonly Func<Construct, FleetSpec, string, string?, TerraformStack> _define;

    private StackKind(string name, Func<FleetSpec, string, FleetSpec> slice, Func<Construct, FleetSpec, string, string?, TerraformStack> define) =>
        (Name, _slice, _define) = (name, slice, define);

    private StackKind(string name, Func<FleetSpec, FleetSpec> slice, Func<Construct, FleetSpec, string?, TerraformStack> define)
        : this(name, (fleet, _) => slice(fleet), (app, fleet, _, id) => define(app, fleet, id)) => IsOfWholeFleet = true;

    /// <summary>The workspaces of the other stacks in HCP Terraform: <c>workspaces</c>, once in a fleet.</summary>
    public static StackKind Workspaces { get; } = new("workspaces", FleetSlice.OfWorkspaces, (app, slice, id) => new WorkspacesStack(app, slice, id));

    /// <summary>A load balancer: <c>load-balancer-&lt;load balancer&gt;</c>.</summary>
    public static StackKind LoadBalancer { get; } =
        new("load-balancer", FleetSlice.OfLoadBalancer, (app, slice, name, id) => new LoadBalancerStack(app, slice, name, id));

    /// <summary>A cluster: <c>cluster-&lt;cluster&gt;</c>.</summary>
    public static StackKind Cluster { get; } = new("cluster", FleetSlice.OfCluster, (app, slice, name, id) => new ClusterStack(app, slice, name, id));

    /// <summary>The registration of a cluster with Argo CD: <c>registration-&lt;cluster&gt;</c>.</summary>
    public static StackKind Registration { get; } =
        new("registration", FleetSlice.OfRegistration, (app, slice, name, id) => new RegistrationStack(app, slice, name, id));

    /// <summary>What Terraform installs into a cluster under <c>helm</c> delivery: <c>binding-&lt;cluster&gt;</c>.</summary>
    public static StackKind Binding { get; } = new("binding", FleetSlice.OfBinding, (app, slice, name, id) => new BindingStack(app, slice, name, id));

    /// <summary>All kinds, in the order in which stacks are applied.</summary>
    public static IReadOnlyList<StackKind> All { get; } = [Workspaces, LoadBalancer, Cluster, Registration, Binding];

    /// <summary>Name of the kind: <c>load-balancer</c>.</summary>
    public string Name { get; }

    /// <summary>Whether a fleet has one stack of it at most, which is for no load balancer and no cluster, and has the kind's name.</summary>
    internal bool IsOfWholeFleet { get; }

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static StackKind Of(string name) =>
        All.FirstOrDefault(kind => kind.Name == name) ?? throw new ArgumentException($"must be one of {string.Join(", ", All)}, got '{name}'", nameof(name));

    /// <summary>Name of a stack.</summary>
    /// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</param>
    public string StackOf(string subject) => IsOfWholeFleet ? Name : $"{Name}-{subject}";

    /// <summary>Whether a stack has a name of this kind.</summary>
    /// <param name="stack">Name of the stack, as its fleet alone would have it.</param>
    internal bool IsKindOf(string stack) => IsOfWholeFleet ? stack == Name : stack.StartsWith($"{Name}-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The part of a fleet that a stack sees.</summary>
    internal FleetSpec SliceOf(FleetSpec fleet, string subject) => _slice(fleet, subject);

    /// <summary>Defines a stack.</summary>
    internal TerraformStack DefineIn(Construct app, FleetSpec slice, string subject, string? id) => _define(app, slice, subject, id);
}
