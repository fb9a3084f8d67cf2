namespace Mooring.Shift.Tests;

/// <summary>A fleet of two clusters behind one load balancer, as somebody has written it.</summary>
internal static class Shop
{
    /// <summary>The weights of the rule <c>shop</c>, with their comments.</summary>
    public const string Weights = "{ cluster: blue, weight: 90 } # the old one\n                - { cluster: green,   weight: 10 }   # the new one";

    public const string Text = $$"""
        # The shop. It is moved from blue to green.
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
                  fixedResponse: { statusCode: 404 }
                rules:
                  - name: shop
                    priority: 10
                    hosts: ["shop.example.com"]
                    forward:
                      targetGroups:
                        - {{Weights}}
                  - name: api
                    priority: 20
                    hosts: ['api.example.com']
                    forward:
                      targetGroups:
                        - cluster: blue
                          weight: 90 # until the API is ready
                        - cluster: green
                          weight: 10
        clusters:
          blue:
            delivery: helm
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups:
              default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }
          green:
            delivery: helm
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups:
              default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }
        """;

    /// <summary>The text with other weights of the rule <c>shop</c>, and nothing else changed.</summary>
    public static string With(int blue, int green) =>
        Text.Replace(
            Weights,
            Weights.Replace("90", $"{blue}", StringComparison.Ordinal).Replace("10", $"{green}", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
}
