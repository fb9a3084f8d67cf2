using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Jsii;
using Mooring.Stacks;

namespace Mooring.Synthesis.Workers;

/// <summary>The order for a worker, a line of JSON.</summary>
/// <param name="Directory">The directory to write, an empty one.</param>
/// <param name="Engine">What runs CDKTF.</param>
/// <param name="Stacks">The stacks to synthesize.</param>
internal sealed partial record WorkerOrder(string Directory, SynthesisEngine Engine, IReadOnlyList<WorkerOrder.Stack> Stacks)
{
    /// <summary>Creates an order for stacks.</summary>
    public static WorkerOrder Of(string directory, SynthesisEngine engine, IEnumerable<PlannedStack> stacks) =>
        new(directory, engine, [.. stacks.Select(stack => new Stack(stack.Kind.Name, stack.Subject, stack.SliceBytes))]);

    /// <summary>The planned stacks.</summary>
    public IEnumerable<PlannedStack> Plan() => Stacks.Select(stack => PlannedStack.FromBytes(StackKind.Of(stack.Kind), stack.Subject, stack.Slice));

    /// <summary>Reads an order.</summary>
    public static WorkerOrder Parse(string line) => JsonSerializer.Deserialize(line, OrderJson.Default.WorkerOrder)!;

    /// <summary>The order as a line.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, OrderJson.Default.WorkerOrder);

    /// <summary>A stack.</summary>
    /// <param name="Kind">Name of its kind.</param>
    /// <param name="Subject">The load balancer or the cluster that it is for.</param>
    /// <param name="Slice">The slice of the fleet: the bytes whose fingerprint decides whether the stack changed.</param>
    internal sealed record Stack(string Kind, string Subject, byte[] Slice);

    [JsonSerializable(typeof(WorkerOrder))]
    private sealed partial class OrderJson : JsonSerializerContext;
}
