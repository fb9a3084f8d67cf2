using System.Runtime.CompilerServices;
using HashiCorp.Cdktf;
using Mooring.Stacks;
using Mooring.Tests.Snapshots;

namespace Mooring.Tests.Synthesis;

/// <summary>What the tests of constructs have in common: a stack to put a construct in, and what comes out of it.</summary>
public abstract class ConstructTest
{
    private TerraformStack? _stack;

    /// <summary>An empty stack of this test's own.</summary>
    protected TerraformStack Stack => _stack ??= new TerraformStack(TestApp.Create(), "stack");

    [ModuleInitializer]
    internal static void PrepareNode() => NodeRuntime.Prepare();

    internal TerraformJson Synthesize() => new(Testing.Synth(Stack));

    internal void VerifySnapshot(string name) => Snapshot.Verify(name, Synthesize().Text);
}
