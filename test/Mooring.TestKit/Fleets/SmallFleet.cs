using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.TestKit.Fleets;

/// <summary>The smallest fleet that binds a cluster to a load balancer, as text to change a line of.</summary>
internal static class SmallFleet
{
    public const string Text = """
        name: shop
        environment: production
        region: eu-west-1
        vpc: vpc-0a1b2c3d4e5f60718
        argoCd:
          cluster: root
        loadBalancers:
          public:
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            ingressCidrs: [0.0.0.0/0]
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction:
                  forward:
                    targetGroups:
                      - cluster: blue
                        weight: 1
        clusters:
          root:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
          blue:
            delivery: helm
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups:
              default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
            bindings:
              - loadBalancer: public
                service:
                  namespace: ingress-nginx
                  name: ingress-nginx-controller
                  port: 80
        """;

    /// <summary>The fleet with a text of it replaced.</summary>
    public static FleetSpec With(string old, string @new) => FleetFile.Parse(TextWith(old, @new));

    /// <summary>The errors of the fleet with a text of it replaced.</summary>
    public static string FaultsWith(string old, string @new) => FaultsWith((old, @new));

    /// <summary>The errors of the fleet with texts of it replaced, one after the other.</summary>
    public static string FaultsWith(params (string Old, string New)[] replacements)
    {
        try
        {
            FleetFile.Parse(replacements.Aggregate(Text, (text, pair) => Replace(text, pair.Old, pair.New)));
            return string.Empty;
        }
        catch (FleetException exception)
        {
            return string.Join(Environment.NewLine, exception.Faults);
        }
    }

    /// <summary>The text with a text of it replaced.</summary>
    public static string TextWith(string old, string @new) => Replace(Text, old, @new);

    private static string Replace(string text, string old, string @new) =>
        text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, @new, StringComparison.Ordinal)
            : throw new ArgumentException($"the small fleet has no '{old}'", nameof(old));
}
