using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Reports;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A cluster moves to another load balancer, and the old one is removed.</summary>
public sealed class MovedClusterTests
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_old_load_balancer_is_destroyed_when_the_cluster_no_longer_needs_it()
    {
        var (deployed, fleet) = (BoundTo("old"), BoundTo("new"));
        var lines = new List<string>();

        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await FleetRehearsal.RunAsync(session, fleet, deployed, new TextReport(lines.Add), _ => { });

        lines
            .Where(line => line.Contains(" a plan") || line.Contains("no longer in the fleet"))
            .Select(line => line.Split([':', ';'])[0] + (line.Contains("after the others") ? ", after" : ""))
            .Should()
            .Equal("load-balancer-new", "cluster-blue", "binding-blue", "load-balancer-old is no longer in the fleet, after", "3 stacks", "  cluster blue");
        lines.Should().Contain("load-balancer-old is no longer in the fleet: destroy it after the others are applied; 7 resources");
    }

    private static FleetSpec BoundTo(string loadBalancer) =>
        FleetFile.Parse(
            $$"""
            name: shop
            environment: production
            region: eu-west-1
            vpc: vpc-0a1b2c3d4e5f60718
            loadBalancers:
              {{loadBalancer}}:
                subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
                ingressCidrs: [0.0.0.0/0]
                listeners:
                  http: { port: 80, protocol: HTTP, defaultAction: { forward: { targetGroups: [{ cluster: blue }] } } }
            clusters:
              blue:
                existing: true
                delivery: helm
                bindings:
                  - loadBalancer: {{loadBalancer}}
                    service: { namespace: web, name: web, port: 80 }
            """
        );
}
