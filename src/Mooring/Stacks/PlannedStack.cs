using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Stacks.Slices;

namespace Mooring.Stacks;

/// <summary>A stack before it is defined: data only. It needs neither CDKTF nor Node.js.</summary>
public sealed class PlannedStack
{
    private byte[]? _sliceJson;

    /// <summary>Plans a stack.</summary>
    /// <param name="kind">Kind of the stack.</param>
    /// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for.</param>
    /// <param name="fleet">The fleet, without errors.</param>
    /// <param name="dependencies">Names of the stacks that are applied before it.</param>
    internal PlannedStack(StackKind kind, string subject, FleetSpec fleet, IEnumerable<string> dependencies) =>
        (Kind, Subject, Slice, Dependencies) = (kind, subject, kind.SliceOf(fleet, subject), [.. dependencies.Distinct()]);

    private PlannedStack(StackKind kind, string subject, byte[] sliceJson) =>
        (Kind, Subject, Slice, Dependencies, _sliceJson) = (kind, subject, SliceJson.Read(sliceJson), [], sliceJson);

    /// <summary>Name of the stack.</summary>
    public string Name => Kind.StackOf(Subject);

    /// <summary>Kind of the stack.</summary>
    public StackKind Kind { get; }

    /// <summary>Name in the fleet of the load balancer or the cluster that it is for.</summary>
    public string Subject { get; }

    /// <summary>The part of the fleet that the stack sees. The stack is a function of this alone.</summary>
    public FleetSpec Slice { get; }

    /// <summary>Names of the stacks that are applied before it.</summary>
    public IReadOnlyList<string> Dependencies { get; }

    /// <summary>The slice as JSON in UTF-8: the bytes whose fingerprint decides whether it changed, and which a worker receives.</summary>
    internal byte[] SliceBytes => _sliceJson ??= SliceJson.Write(Slice);

    /// <summary>A stack that another process planned, without its dependencies.</summary>
    /// <param name="kind">Kind of the stack.</param>
    /// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for.</param>
    /// <param name="slice">The slice, as <see cref="SliceBytes"/>.</param>
    internal static PlannedStack FromBytes(StackKind kind, string subject, byte[] slice) => new(kind, subject, slice);

    /// <summary>Defines the stack.</summary>
    /// <param name="app">The app.</param>
    public TerraformStack DefineIn(Construct app) => Kind.DefineIn(app, Slice, Subject);
}
