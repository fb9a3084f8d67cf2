using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>The stacks of a fleet, and what each is applied after.</summary>
public class FleetLayoutTests
{
    /// <summary>Argo CD knows its own cluster without a Secret: there is no registration that could let go of it.</summary>
    [Fact]
    public void The_root_cluster_is_handed_over_from_argo_cd_without_a_registration()
    {
        var root = SmallFleet.TextWith(
            "  root:\n",
            """
              root:
                delivery: helm
                handoverFrom: argocd
                nodeGroups:
                  default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
                bindings:
                  - { loadBalancer: public, service: { namespace: argocd, name: argocd-server, port: 80 } }

            """
        );

        var stacks = FleetLayout.Plan(FleetFile.Parse(root));

        stacks.SelectMany(stack => stack.Dependencies).Should().BeSubsetOf(stacks.Select(stack => stack.Name));
        stacks.Single(stack => stack.Name == "binding-root").Dependencies.Should().Equal("load-balancer-public", "cluster-root");
    }
}
