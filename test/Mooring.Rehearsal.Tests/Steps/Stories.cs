namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>What platform teams do with living fleets.</summary>
internal static class Stories
{
    private const string Blue = "- { cluster: blue }";
    private const string Both = "- { cluster: blue, weight: 30 }\n                - { cluster: green, weight: 70 }";
    private const string Service = "port: 80 }\n";
    private const string Clusters = "clusters:\n";
    private const string Rule = "          - name: shop\n";

    private const string Green = """
        clusters:
          green:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }

        """;

    private const string GreenByArgoCd = """
        clusters:
          root:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
          green:
            delivery: argocd
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }

        """;

    private const string OwnController = "delivery: argocd\n    controller: { identity: podIdentity, values: { logLevel: debug } }\n";
    private const string Delivered = "    delivery: argocd\n";
    private const string HandedOver = Delivered + "    handoverFrom: helm\n";

    private const string Root = """
        clusters:
          root:
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]

        """;

    private const string ArgoCd = "vpc: => argoCd: { cluster: root, gitOps: { repoUrl: https://git.example.com/apps.git } }\nvpc:";

    private const string Api = """
                  - name: api
                    hosts: [shop.example.com]
                    paths: [/api/*]
                    forward: { targetGroups: [{ cluster: green }] }

        """;

    private const string Adopted = """
        loadBalancers:
          old:
            adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/old/0123456789abcdef
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            securityGroups: [sg-0a1b2c3d4e5f60718]
            listeners:
              http:
                adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/old/0123456789abcdef/0123456789abcdef
                port: 80
                protocol: HTTP
                defaultAction:
                  forward: { targetGroups: [{ cluster: blue, binding: old }] }
                rules:
                  - name: cart
                    adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/old/0123456789abcdef/0123456789abcdef/0123456789abcdef
                    priority: 10
                    paths: [/cart/*]
                    forward: { targetGroups: [{ cluster: blue, binding: old }] }

        """;

    private const string Other = """
          other:
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            ingressCidrs: [10.0.0.0/8]
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction:
                  forward: { targetGroups: [{ cluster: blue, binding: other }] }

        """;

    private const string OtherBinding = """
              - loadBalancer: other
                service: { namespace: other, name: other, port: 80 }

        """;

    private const string Networking = "port: 80 }\n        networking: { ingress: [{ from: [{ cidr: 10.0.0.0/8 }], ports: [{ protocol: TCP }] }] }\n";
    private const string Shared = "0.0.0.0/0]\n    targetGroups:\n      web: { shared: true }\n";
    private const string Reference = "port: 80 }\n        targetGroupRef: web\n";

    /// <summary>Those that have a plan, by their names.</summary>
    public static IReadOnlyList<Story> Possible { get; } =
    [
        new("add-a-cluster", $"{Clusters} => {Green}", $"{Blue} => {Both}"),
        new("remove-a-cluster-of-helm", $"{Green} => {Clusters}", $"{Both} => {Blue}") { Before = [$"{Clusters} => {Green}", $"{Blue} => {Both}"] },
        new("remove-a-cluster-of-argo-cd", $"{GreenByArgoCd} => {Root}", $"{Both} => {Blue}")
        {
            Before = [ArgoCd, $"{Clusters} => {GreenByArgoCd}", $"{Blue} => {Both}"],
        },
        new("remove-a-cluster-during-its-handover", $"{GreenByArgoCd.Replace(Delivered, HandedOver, StringComparison.Ordinal)} => {Root}", $"{Both} => {Blue}")
        {
            Before = [ArgoCd, $"{Clusters} => {GreenByArgoCd}", $"{Delivered} => {HandedOver}", $"{Blue} => {Both}"],
        },
        new("add-a-cluster-of-argo-cd", $"{Root} => {GreenByArgoCd}", $"{Blue} => {Both}") { Before = [ArgoCd, $"{Clusters} => {Root}"] },
        new("blue-green", "  blue:\n =>   green:\n    version: \"1.33\"\n", "cluster: blue => cluster: green"),
        new("from-helm-to-argo-cd", "  blue:\n =>   blue:\n    delivery: argocd\n") { Before = [ArgoCd, $"{Clusters} => {Root}"] },
        new("from-argo-cd-to-helm", "    delivery: argocd\n => ")
        {
            Before = [ArgoCd, $"{Clusters} => {Root}", "  blue:\n =>   blue:\n    delivery: argocd\n    registration: { onRemoval: delete }\n"],
        },
        new("target-group-port", $"{Service} => port: 80 }}\n        targetGroup: {{ port: 8080 }}\n"),
        new("target-group-protocol", $"{Service} => port: 80 }}\n        targetGroup: {{ protocol: HTTPS }}\n"),
        new("health-check-port", $"{Service} => port: 80 }}\n        targetGroup: {{ healthCheck: {{ port: 9000 }} }}\n"),
        new("target-type", $"{Service} => port: 80, targetPort: 8080 }}\n        targetGroup: {{ targetType: ip }}\n"),
        new(
            "target-type-under-another-name",
            "{ cluster: blue } => { cluster: blue, binding: public-ip }",
            "- loadBalancer: public\n => - loadBalancer: public\n        name: public-ip\n        targetGroup: { targetType: ip, port: 8080 }\n",
            $"{Service} => port: 80, targetPort: 8080 }}\n"
        ),
        new("adopt-a-load-balancer", $"loadBalancers:\n => {Adopted}", $"bindings:\n => bindings:\n{AdoptedBinding}"),
        new("split-a-shared-target-group", $"- {{ targetGroup: web }} => {Both}", $"{Reference} => {Service}", $"{Shared} => 0.0.0.0/0]\n")
        {
            Before = [$"{Clusters} => {Green}", $"{Blue} => - {{ targetGroup: web }}", $"{Service} => {Reference}", $"0.0.0.0/0]\n => {Shared}"],
        },
        new(
            "merge-into-a-shared-target-group",
            $"{Both} => - {{ targetGroup: web }}",
            $"{Service} => {Reference}",
            $"0.0.0.0/0]\n => {Shared}",
            "- loadBalancer: public\n => - loadBalancer: public\n        name: web\n"
        )
        {
            Before = [$"{Clusters} => {Green}", $"{Blue} => {Both}"],
        },
        new("rename-a-rule", "name: shop\n            hosts => name: store\n            renamed: shop\n            hosts"),
        new("rename-a-binding", "- loadBalancer: public\n => - loadBalancer: public\n        name: web\n        renamed: public\n"),
        new("rename-a-cluster", "  blue:\n =>   sky:\n    renamed: blue\n", "cluster: blue => cluster: sky"),
        new("move-a-service", "namespace: web, => namespace: shop,"),
        new("upgrade-the-controller-by-a-minor", "3.4 => 3.5") { Before = ["vpc: => controller: { version: \"3.4\" }\nvpc:"] },
        new("upgrade-the-controller-by-a-major", "2.9 => 3.5") { Before = ["vpc: => controller: { version: \"2.9\" }\nvpc:"] },
        new("from-irsa-to-pod-identity", "vpc: => controller: { identity: podIdentity }\nvpc:"),
        new("pod-identity-in-one-cluster", "  blue:\n =>   blue:\n    controller: { identity: podIdentity, replicaCount: 3 }\n")
        {
            Before = [$"{Clusters} => {Green}", $"{Blue} => {Both}"],
        },
        new("pod-identity-in-one-cluster-of-argo-cd", $"delivery: argocd\n => {OwnController}")
        {
            Before = [ArgoCd, $"{Clusters} => {GreenByArgoCd}", $"{Blue} => {Both}"],
        },
        new("take-networking-away", $"{Networking} => {Service}") { Before = [$"{Service} => {Networking}"] },
        new("add-networking", $"{Service} => {Networking}"),
        new("rotate-a-certificate", "certificate/old => certificate/new")
        {
            Before = ["protocol: HTTP => protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/old"],
        },
        new("rotate-an-additional-certificate", "certificate/old] => certificate/new]")
        {
            Before =
            [
                "protocol: HTTP => protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/shop\n"
                    + "        additionalCertificates: [arn:aws:acm:eu-west-1:111122223333:certificate/old]",
            ],
        },
        new("change-the-port-of-a-listener", "port: 80\n => port: 8080\n"),
        new("add-a-rule", $"{Clusters} => {Green}", $"{Rule} => {Api}{Rule}"),
        new("remove-a-load-balancer", $"{Other} => ", $"{OtherBinding} => ")
        {
            Before = [$"{Clusters} => {Other}{Clusters}", $"bindings:\n => bindings:\n{OtherBinding}"],
        },
    ];

    private const string AdoptedBinding = """
              - loadBalancer: old
                service: { namespace: old, name: old, port: 80 }
                targetGroup: { adopt: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/old/0123456789abcdef" }

        """;

    /// <summary>A story by its name.</summary>
    public static Story Named(string name) => Possible.Single(story => story.Name == name);
}
