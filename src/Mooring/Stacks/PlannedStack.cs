using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Stacks.Slices;

namespace Mooring.Stacks;

/// <summary>A stack before it is defined: data only. It needs neither CDKTF nor Node.js.</summary>
public sealed class PlannedStack
{
    private readonly string? _name;
    private byte[]? _sliceJson;

    /// <summary>Plans a stack.</summary>
    /// <param name="place">Its place among the stacks of the fleet.</param>
    /// <param name="fleet">The fleet, without errors.</param>
    internal PlannedStack(StackPlace place, FleetSpec fleet) =>
        (Kind, Subject, Slice, Dependencies) = (place.Kind, place.Subject, place.Kind.SliceOf(fleet, place.Subject), place.Dependencies);

    private PlannedStack(PlannedStack stack, Func<string, string> name) =>
        (Kind, Subject, Slice, Dependencies, _name) = (stack.Kind, stack.Subject, stack.Slice, [.. stack.Dependencies.Select(name)], name(stack.Name));

    /// <summary>Name of the stack.</summary>
    public string Name => _name ?? Kind.StackOf(Subject);

    /// <summary>Kind of the stack.</summary>
    public StackKind Kind { get; }

    /// <summary>Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</summary>
    public string Subject { get; }

    /// <summary>The part of the fleet that the stack sees. The stack is a function of this alone.</summary>
    public FleetSpec Slice { get; }

    /// <summary>Names of the stacks that are applied before it.</summary>
    public IReadOnlyList<string> Dependencies { get; }

    /// <summary>The slice as JSON in UTF-8: the bytes whose fingerprint decides whether it changed.</summary>
    internal byte[] SliceBytes => _sliceJson ??= SliceWriter.Write(Slice);

    /// <summary>Defines the stack.</summary>
    /// <param name="app">The app.</param>
    public TerraformStack DefineIn(Construct app) => Kind.DefineIn(app, Slice, Subject, _name);

    /// <summary>The same stack under another name in the app, which its state and its resources do not have.</summary>
    /// <param name="name">The name of a stack by its name here.</param>
    internal PlannedStack Named(Func<string, string> name) => new(this, name);
}
