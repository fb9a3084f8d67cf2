using Mooring.Clusters;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ClusterLookupTests : ConstructTest
{
    [Fact]
    public void A_cluster_is_found_by_its_name()
    {
        _ = new ClusterLookup(Stack, "Cluster", new ClusterLookupProps { ClusterName = "blue" });

        VerifySnapshot("Clusters/ClusterLookup.Minimal");
    }
}
