using Mooring.Fleet;
using Mooring.Fleet.Reading;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>A change of a living fleet: the shop is on cluster blue, behind one load balancer.</summary>
/// <param name="Name">Its name, in the names of snapshots.</param>
/// <param name="Changes">What the next fleet file has in place of what: <c>old => new</c>.</param>
internal sealed record Story(string Name, params string[] Changes)
{
    /// <summary>What the deployed fleet file has in place of the shop's: <c>old => new</c>.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The deployed fleet.</summary>
    public FleetSpec Deployed => FleetFile.Parse(DeployedText);

    /// <summary>The next fleet, with the priorities of the deployed one, as <c>steps</c> reads it.</summary>
    public FleetSpec Next =>
        new FleetReader("fleet.yaml", new()) { Deployed = Deployed, ChecksChange = false }
            .Read(Change(DeployedText, Changes))
            .Fleet;

    private string DeployedText => Change(Text, Before);

    private static string Change(string text, IReadOnlyList<string> changes)
    {
        foreach (
            var (old, next) in changes.Select(change => change.Split(" => ", 2) is [var old, var next] ? (old, next) : throw new ArgumentException(change))
        )
        {
            text = text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, next, StringComparison.Ordinal) : throw new ArgumentException(old);
        }

        return text;
    }

    private const string Text = """
        name: shop
        environment: production
        region: eu-west-1
        vpc: vpc-0a1b2c3d4e5f60718
        loadBalancers:
          public:
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            ingressCidrs: [0.0.0.0/0]
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction:
                  fixedResponse: { statusCode: 404, body: "no such shop" }
                rules:
                  - name: shop
                    hosts: [shop.example.com]
                    forward:
                      targetGroups:
                        - { cluster: blue }
        clusters:
          blue:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }

        """;
}
