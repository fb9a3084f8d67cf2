using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class TargetGroupBindingNameTests : ConstructTest
{
    /// <summary>RecreatedTargetGroupTests let Terraform evaluate it.</summary>
    [Fact]
    public void It_has_the_id_of_any_target_group_but_the_first()
    {
        var name = new TargetGroupBindingName(
            Stack,
            "Name",
            new TargetGroupBindingNameProps { Name = "shop-blue", TargetGroupArn = KnownBinding.Minimal.TargetGroupArn! }
        );
        var binding = KnownBinding.Minimal with { Name = name.Name };
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [binding] });

        VerifySnapshot("TargetGroupBindings/TargetGroupBindingName.Minimal");
    }
}
