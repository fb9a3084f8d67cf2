using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.TestKit.Snapshots;

namespace Mooring.TestKit.Constructs;

/// <summary>The base of tests of constructs: a stack for a construct, and its synthesized JSON.</summary>
public abstract class ConstructTest
{
    private TerraformStack? _stack;
    private int _attempts;

    /// <summary>An empty stack for this test.</summary>
    protected TerraformStack Stack => _stack ??= new TerraformStack(TestApp.Create(), "stack");

    /// <summary>
    /// The property and the rule in the error of a construct that cannot be defined. Each is defined in its own scope, which the error must name.
    /// </summary>
    internal string FaultOf(Action<Construct> define)
    {
        var scope = new Construct(Stack, $"Attempt-{++_attempts}");
        var error = FluentActions.Invoking(() => define(scope)).Should().Throw<ConstructException>().Which;
        error.ConstructPath.Should().StartWith($"{scope.Node.Path}/");
        error.Message.Should().Be($"{error.ConstructPath}: '{error.Property}' {error.Rule}");
        return $"'{error.Property}' {error.Rule}";
    }

    internal TerraformJson Synthesize() => TerraformJson.Of(Stack);

    internal void VerifySnapshot(string name) => Snapshot.Verify(name, Synthesize().Text);
}
