using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class DestroyGuardTests : ConstructTest
{
    [Fact]
    public void It_is_destroyed_before_the_bindings()
    {
        var bindings = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [KnownBinding.Minimal] });
        _ = new DestroyGuard(Stack, "DestroyGuard", new DestroyGuardProps { Bindings = bindings, StackName = "binding-blue" });

        VerifySnapshot("TargetGroupBindings/DestroyGuard.Minimal");
    }
}
