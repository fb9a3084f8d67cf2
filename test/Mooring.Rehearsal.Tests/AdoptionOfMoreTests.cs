using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Reports;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>A deployed fleet adopts further resources: <c>rehearse --from</c>.</summary>
public sealed class AdoptionOfMoreTests
{
    private const string Of = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:";
    private const string LoadBalancer = Of + "loadbalancer/app/shop-public/50dc6c495c0c9188";
    private const string Listener = Of + "listener/app/shop-public/50dc6c495c0c9188/";
    private const string First = Listener + "f2f7dc8efc522ab2";
    private const string Second = Listener + "0467ef3c8400ae65";
    private const string Rule = Of + "listener-rule/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee";

    private readonly List<string> _lines = [];

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Another_listener_and_a_rule_are_imported_without_other_changes()
    {
        var deployed = Fleet($"adopt: {LoadBalancer}", http: First);

        await RehearseAsync(Fleet($"adopt: {LoadBalancer}", http: First, other: Second, rule: Rule), deployed);

        Stack()
            .Should()
            .Equal(
                "load-balancer-public: 2 to import; 4 reads a plan",
                "      aws_lb_listener.Listener-other (imported)",
                "      aws_lb_listener_rule.Listener-http_Rule-shop_AFCC74A7 (imported)"
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_resource_of_the_fleet_that_it_adopts_now_is_already_in_its_state()
    {
        var deployed = Fleet("ipAddressType: ipv4", http: null);

        await RehearseAsync(Fleet($"adopt: {LoadBalancer}", http: First), deployed);

        Stack().Should().Equal("load-balancer-public: no changes; 2 reads a plan");
    }

    /// <summary>A load balancer alone. Its listeners are adopted by their ARNs, where they have one.</summary>
    private static FleetSpec Fleet(string loadBalancer, string? http, string? other = null, string? rule = null)
    {
        string ListenerOf(string name, int port, string? arn) =>
            $"      {name}: {{ port: {port}, protocol: HTTP, {Adopt(arn)}defaultAction: {{ fixedResponse: {{ statusCode: 404 }} }}"
            + $"{(name == "http" ? Rules(rule) : string.Empty)} }}\n";
        return FleetFile.Parse(
            $"""
            name: shop
            environment: production
            region: eu-west-1
            vpc: vpc-0a1b2c3d4e5f60718
            clusters: {"{}"}
            loadBalancers:
              public:
                {loadBalancer}
                subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
                securityGroups: [sg-0a1b2c3d4e5f60718]
                listeners:

            """
                + ListenerOf("http", 80, http)
                + (other is null ? string.Empty : ListenerOf("other", 8080, other))
        );
    }

    private static string Adopt(string? arn) => arn is null ? string.Empty : $"adopt: '{arn}', ";

    private static string Rules(string? arn) =>
        arn is null ? string.Empty : $", rules: [{{ name: shop, {Adopt(arn)}paths: [/shop/*], fixedResponse: {{ statusCode: 404 }} }}]";

    private async Task RehearseAsync(FleetSpec fleet, FleetSpec deployed)
    {
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        await FleetRehearsal.RunAsync(session, fleet, deployed, new TextReport(_lines.Add), _ => { });
    }

    /// <summary>The report of the stack.</summary>
    private IEnumerable<string> Stack() =>
        _lines.SkipWhile(line => !line.StartsWith("load-balancer-public: ", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0);
}
