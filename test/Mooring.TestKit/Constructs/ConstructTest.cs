using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.TestKit.Snapshots;

namespace Mooring.TestKit.Constructs;

/// <summary>What the tests of constructs have in common: a stack to put a construct in, and what comes out of it.</summary>
public abstract class ConstructTest
{
    private TerraformStack? _stack;
    private int _attempts;

    /// <summary>An empty stack of this test's own.</summary>
    protected TerraformStack Stack => _stack ??= new TerraformStack(TestApp.Create(), "stack");

    /// <summary>
    /// The property and the rule in the error of a construct that cannot be defined. Each is tried in a scope of its own, which is where the
    /// error must say that the construct is.
    /// </summary>
    internal string FaultOf(Action<Construct> define)
    {
        var scope = new Construct(Stack, $"Attempt-{++_attempts}");
        var error = FluentActions.Invoking(() => define(scope)).Should().Throw<ConstructException>().Which;
        error.ConstructPath.Should().StartWith($"{scope.Node.Path}/");
        error.Message.Should().Be($"{error.ConstructPath}: '{error.Property}' {error.Rule}");
        return $"'{error.Property}' {error.Rule}";
    }

    internal TerraformJson Synthesize() => new(Testing.Synth(Stack));

    internal void VerifySnapshot(string name) => Snapshot.Verify(name, Synthesize().Text);
}
