using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class ReleaseGuardTests : ConstructTest
{
    [Fact]
    public void It_reads_what_helm_reads()
    {
        _ = new ReleaseGuard(Stack, "Guard", new ReleaseGuardProps { ClusterName = "blue" });

        VerifySnapshot("TargetGroupBindings/ReleaseGuard.Minimal");
    }

    [Fact]
    public void Each_namespace_must_exist()
    {
        _ = new ReleaseGuard(Stack, "Guard", new ReleaseGuardProps { ClusterName = "blue", Namespaces = ["web"] });

        Synthesize().Should().HaveData("kubernetes_namespace_v1", "Guard_Namespace-web", """{ "metadata": { "name": "web" } }""");
    }

    [Fact]
    public void Releases_wait_for_it()
    {
        var guard = new ReleaseGuard(Stack, "Guard", new ReleaseGuardProps { ClusterName = "blue" });
        _ = new TargetGroupBindingRelease(Stack, "Bindings", new TargetGroupBindingReleaseProps { Bindings = [KnownBinding.Minimal], Guard = guard });

        Synthesize().Should().HaveResource("helm_release", "Bindings", """{ "depends_on": ["data.kubernetes_resources.Guard"] }""");
    }
}
