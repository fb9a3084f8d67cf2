using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ListenerLookupTests : ConstructTest
{
    [Fact]
    public void A_listener_is_looked_up_by_its_port()
    {
        _ = new ListenerLookup(
            Stack,
            "Listener",
            new ListenerLookupProps
            {
                LoadBalancer = new KnownLoadBalancer("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/legacy-shop/50dc6c495c0c9188"),
                Port = 443,
            }
        );

        VerifySnapshot("LoadBalancing/ListenerLookup.Minimal");
    }
}
