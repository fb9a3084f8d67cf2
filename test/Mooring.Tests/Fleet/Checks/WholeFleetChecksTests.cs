using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>A change of a line of the fleet that uses everything, and the error that names it.</summary>
public class WholeFleetChecksTests
{
    private const string HttpListener = "        protocol: HTTP\n        defaultAction:\n          redirect:";

    private const string Legacy = "app/legacy-market/50dc6c495c0c9188/f2f7dc8efc522ab2";
    private const string ListenerArn = $"arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/{Legacy}";
    private const string RuleArn = $"arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/{Legacy}/9683b2d02a6cabee";

    [Theory]
    [InlineData(
        "role/linux-nodes",
        "role/windows-nodes",
        "windows.principal",
        "must be another principal than that of access entry 'linux': a principal has one entry in a cluster"
    )]
    [InlineData("      developers:\n        principal", "      Developers:\n        principal", "Developers", "has a name that must be 1 to 63 lower-case")]
    [InlineData(
        "kubernetesGroups: [developers]",
        "kubernetesGroups: ['system:masters']",
        "developers.kubernetesGroups[0]",
        "must not be empty or begin with 'system:', got 'system:masters'"
    )]
    [InlineData(
        "type: EC2_WINDOWS",
        "type: EC2_WINDOWS, kubernetesGroups: [admins]",
        "windows.kubernetesGroups",
        "must be empty for type EC2_WINDOWS, got 'admins'"
    )]
    [InlineData(
        "type: EC2_WINDOWS",
        "type: EC2_WINDOWS, policies: [{ policy: AmazonEKSViewPolicy }]",
        "windows.policies",
        "must be empty for type EC2_WINDOWS, got 'AmazonEKSViewPolicy'"
    )]
    [InlineData("[market, \"team-*\"]", "[market, \"*-team\"]", "developers.policies[1].namespaces[1]", "must be namespaces, where '*' at the end matches")]
    public void Access_entries(string old, string @new, string path, string fault) => Check(old, @new, $"clusters.blue.accessEntries.{path}", fault);

    [Theory]
    [InlineData("coredns", "-coredns", "must be the name of an add-on such as 'coredns', got '-coredns'")]
    [InlineData("coredns", "dns-82e297", "must not contain what CDKTF takes for a token of its own, got 'dns-82e297'")]
    public void Add_ons(string old, string @new, string fault) =>
        Check($"{old}: {{ ", $"{@new}: {{ ", $"clusters.blue.addOns.{@new}", $"has a name that {fault}");

    [Theory]
    [InlineData(
        "labels: { tier: gold }",
        "labels: { aws-lb-controller/tier: gold }",
        "labels.aws-lb-controller/tier",
        "must not have a key that Mooring writes"
    )]
    [InlineData(
        "annotations: { team.example.com/owner",
        "annotations: { aws-lb-controller/owner",
        "annotations.aws-lb-controller/owner",
        "must not have a key that Mooring writes"
    )]
    [InlineData("[traefik, web, aws-lb-controller]", "[traefik, web, aws-lb-controller, Web]", "namespaces[3]", "must be 1 to 63 lower-case letters")]
    [InlineData("[traefik, web, aws-lb-controller]", "[traefik, web, aws-lb-controller, web]", "namespaces", "must not have an entry twice, got 'web'")]
    [InlineData(
        "      namespaces: [traefik, web, aws-lb-controller]\n",
        "",
        "clusterResources",
        "must be left out where there are no namespaces: Argo CD then manages everything"
    )]
    public void The_registration_of_a_cluster(string old, string @new, string path, string fault) =>
        Check(old, @new, $"clusters.green.registration.{path}", fault);

    [Fact]
    public void Annotations_of_a_user_are_measured() =>
        Check(
            "annotations: { team.example.com/owner: market }",
            $"annotations: {{ team.example.com/owner: {new string('x', 262144)} }}",
            "clusters.green.registration.annotations",
            "must have at most 262144 bytes, keys and values together, got 262166"
        );

    [Theory]
    [InlineData("[{ targetGroup: legacy }]", "[]", "", "must have 1 to 5 entries, got 0")]
    [InlineData("[{ targetGroup: legacy }]", "[{ weight: 1 }]", "[0]", "must have one of 'cluster' and 'targetGroup', got none")]
    [InlineData("[{ targetGroup: legacy }]", "[{ targetGroup: legacy, cluster: nodes }]", "[0]", "must have one of 'cluster' and 'targetGroup', got both")]
    [InlineData(
        "[{ targetGroup: legacy }]",
        "[{ targetGroup: legacy, binding: web }]",
        "[0].binding",
        "must be left out next to 'targetGroup': it names a binding of a cluster"
    )]
    [InlineData(
        "        protocol: HTTPS\n        port: 8443\n    listeners",
        "        protocol: HTTPS\n        protocolVersion: HTTP2\n        port: 8443\n    listeners",
        "[0].targetGroup",
        "must be a target group of protocol version 'HTTP1' in a listener of protocol HTTP, got 'HTTP2'"
    )]
    public void The_target_groups_of_a_forward(string old, string @new, string path, string fault) =>
        Check(old, @new, $"loadBalancers.legacy.listeners.http.defaultAction.forward.targetGroups{path}", fault);

    [Theory]
    [InlineData("targetGroup: web", "web")]
    [InlineData("targetGroup: partner", null)]
    public void A_forward_to_several_target_groups_of_which_one_is_sticky(string target, string? sticky) =>
        Check(
            "{ cluster: green, binding: web, weight: 10 }\n              stickiness: 600",
            $"{{ {target}, weight: 10 }}",
            "loadBalancers.public.listeners.https.rules[0].forward.stickiness",
            sticky is null ? null : $"is required in a forward to several target groups when one of them is sticky: that of '{sticky}' has 'stickiness'"
        );

    [Theory]
    [InlineData(
        "        mutualTls: { mode: \"off\" }\n        defaultAction:\n          fixedResponse: { statusCode: 204 }\n",
        "",
        "anybody.defaultAction",
        "is required"
    )]
    [InlineData("mutualTls: { mode: passthrough }", "mutualTls: { mode: verify }", "partners.mutualTls.trustStore", "is required")]
    [InlineData(
        "mutualTls: { mode: passthrough }",
        "mutualTls: { mode: passthrough, ignoreClientCertificateExpiry: true }",
        "partners.mutualTls.ignoreClientCertificateExpiry",
        "must be left out for mode 'passthrough', which verifies nothing"
    )]
    [InlineData(
        "mutualTls: { mode: passthrough }",
        "mutualTls: { mode: passthrough, advertiseTrustStoreCaNames: true }",
        "partners.mutualTls.advertiseTrustStoreCaNames",
        "must be left out for mode 'passthrough', which verifies nothing"
    )]
    [InlineData(
        HttpListener,
        $"        additionalCertificates: ['arn:aws:acm:eu-west-1:111122223333:certificate/1']\n{HttpListener}",
        "http.additionalCertificates",
        "must be left out for protocol HTTP: it needs TLS"
    )]
    [InlineData(
        HttpListener,
        $"        tlsPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06\n{HttpListener}",
        "http.tlsPolicy",
        "must be left out for protocol HTTP: it needs TLS"
    )]
    [InlineData(
        HttpListener,
        $"        mutualTls: {{ mode: passthrough }}\n{HttpListener}",
        "http.mutualTls",
        "must be left out for protocol HTTP: it needs TLS"
    )]
    [InlineData(
        HttpListener,
        $"        adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/market/50dc6c495c0c9188/f2f7dc8efc522ab2\n{HttpListener}",
        "http.adopt",
        "must be left out where the load balancer itself is not adopted: one that is created has no listener yet"
    )]
    public void Listeners(string old, string @new, string path, string fault) => Check(old, @new, $"loadBalancers.public.listeners.{path}", fault);

    [Theory]
    [InlineData(
        "[{ targetGroup: legacy }]",
        "[{ targetGroup: legacy }]\n            authenticate: { cognito: { userPool: a, userPoolClientId: b, userPoolDomain: c } }",
        "legacy.listeners.http.defaultAction.forward.authenticate",
        "must be left out for protocol HTTP: AWS authenticates on HTTPS listeners only"
    )]
    [InlineData(
        "                cognito:\n                  userPool: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abcdefghi\n"
            + "                  userPoolClientId: 1example23456789\n                  userPoolDomain: market\n",
        "",
        "public.listeners.https.rules[5].forward.authenticate",
        "must have one of 'oidc' and 'cognito', got none"
    )]
    [InlineData(
        "onUnauthenticatedRequest: allow",
        "oidc: { issuer: https://a, authorizationEndpoint: https://a, tokenEndpoint: https://a, userInfoEndpoint: https://a, clientId: a, clientSecretId: a }",
        "public.listeners.https.rules[5].forward.authenticate",
        "must have one of 'oidc' and 'cognito', got both"
    )]
    [InlineData(
        "requestParameters: { display: page }",
        "requestParameters: { a: a, b: b, c: c, d: d, e: e, f: f, g: g, h: h, i: i, j: j, k: k }",
        "public.listeners.https.rules[4].forward.authenticate.requestParameters",
        "must have at most 10 entries, got 11"
    )]
    [InlineData(
        "authorizationEndpoint: https",
        "authorizationEndpoint: http",
        "public.listeners.https.rules[4].forward.authenticate.oidc.authorizationEndpoint",
        "must be a URL that begins with 'https://'"
    )]
    [InlineData(
        "tokenEndpoint: https",
        "tokenEndpoint: http",
        "public.listeners.https.rules[4].forward.authenticate.oidc.tokenEndpoint",
        "must be a URL that begins with 'https://'"
    )]
    [InlineData(
        "userInfoEndpoint: https",
        "userInfoEndpoint: http",
        "public.listeners.https.rules[4].forward.authenticate.oidc.userInfoEndpoint",
        "must be a URL that begins with 'https://'"
    )]
    public void Authentication(string old, string @new, string path, string fault) => Check(old, @new, $"loadBalancers.{path}", fault);

    [Theory]
    [InlineData("  ipv6:\n", "  six-82e297:\n", "six-82e297", "has a name that must not contain what CDKTF takes for a token of its own, got 'six-82e297'")]
    [InlineData("renamed: six\n    scheme", "renamed: six-82e297\n    scheme", "ipv6.renamed", "must not contain what CDKTF takes for a token of its own")]
    [InlineData(
        "ipAddressType: ipv4\n    scheme",
        "ipAddressType: dualstack-without-public-ipv4\n    scheme",
        "legacy.ipAddressType",
        "must not be 'dualstack-without-public-ipv4' for an internal load balancer"
    )]
    [InlineData(", subnet-0dd44444444444444]\n    securityGroups", "]\n    securityGroups", "legacy.subnetMappings", "must have at least 2 entries, got 1")]
    [InlineData("subnet-0dd44444444444444]\n    securityGroups", "subnet-d]\n    securityGroups", "legacy.subnetMappings[1]", "must be 'subnet-'")]
    [InlineData(
        "    idleTimeout",
        "    securityGroups: [sg-0a1b2c3d4e5f60718]\n    idleTimeout",
        "public.securityGroups",
        "must be left out with CIDR blocks or prefix lists"
    )]
    [InlineData("egress: all", "egress: targets", "public.egress", "must be 'all' with 'targetGroups'")]
    [InlineData("    desyncMitigation: monitor", "    egress: targets", "legacy.egress", "must be left out beside 'securityGroups'")]
    [InlineData(
        "service: { namespace: web, name: six, port: 80, targetPort: 8080 }",
        "service: { namespace: web, name: six, port: 80 }",
        "ipv6.egress",
        "must be 'all' with a binding of target type ip that has no 'targetPort', got 'targets'"
    )]
    [InlineData("listeners: 50,", "listeners: 0,", "public.quotas.listeners", "must be at least 1, got 0")]
    [InlineData("certificates: 50,", "certificates: 0,", "public.quotas.certificates", "must be at least 1, got 0")]
    [InlineData("listeners: 50,", "listeners: 5,", "public.listeners", "must have at most 5 listeners in all, got 6")]
    [InlineData("rules: 200,", "rules: 7,", "public.listeners", "must have at most 7 rules in all, got 10")]
    [InlineData("      partner: { shared", "      Partner_: { shared", "public.targetGroups.Partner_", "has a name that must be 1 to 63 lower-case letters")]
    [InlineData(
        "73e2d6bc24d8a067\n        protocol: HTTPS",
        "73e2d6bc24d8a067\n        ipAddressType: ipv6\n        protocol: HTTPS",
        "legacy.targetGroups.legacy.ipAddressType",
        "must be 'ipv4' behind a load balancer whose 'ipAddressType' is 'ipv4', got 'ipv6'"
    )]
    [InlineData("      partner:\n", "      Partner_:\n", "public.crossAccountRoles.Partner_", "has a name that must be 1 to 63 lower-case letters")]
    [InlineData(
        "controllers: [arn:aws:iam::444455556666:role/partner-aws-lb-controller]",
        "controllers: []",
        "public.crossAccountRoles.partner.controllers",
        "must have at least 1 entry, got 0"
    )]
    [InlineData("targetGroups: [partner]", "targetGroups: []", "public.crossAccountRoles.partner.targetGroups", "must have at least 1 entry, got 0")]
    public void Load_balancers(string old, string @new, string path, string fault) => Check(old, @new, $"loadBalancers.{path}", fault);

    [Fact]
    public void A_load_balancer_has_a_hundred_target_groups() =>
        Check(
            "      partner: { shared",
            $"{string.Concat(Enumerable.Range(1, 100).Select(number => $"      group-{number}: {{}}\n"))}      partner: {{ shared",
            "loadBalancers.public",
            "must have at most 100"
        );

    [Theory]
    [InlineData(
        "        targetGroupRef: web\n",
        "        targetGroupRef: web\n        targetGroup: { port: 81 }\n",
        "[1].targetGroup",
        "must be left out next to 'targetGroupRef', which is another target group"
    )]
    [InlineData(
        "existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "targetGroup: { port: 81 }, existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "[5].targetGroup",
        "must be left out next to 'existingTargetGroup', which is another target group"
    )]
    [InlineData(
        "existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "targetGroupRef: web, existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "[5].targetGroupRef",
        "must be left out where there is no 'loadBalancer', which would declare it"
    )]
    [InlineData("{ name: nlb-tcp, protocol: TCP }", "{ protocol: TCP }", "[5].existingTargetGroup", "must have one of 'arn' and 'name', got none")]
    [InlineData(
        "{ name: nlb-tcp, protocol: TCP }",
        "{ name: nlb-tcp, arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/tcp/0123456789abcdef', protocol: TCP }",
        "[5].existingTargetGroup",
        "must have one of 'arn' and 'name', got both"
    )]
    [InlineData(
        "existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "reference: name, existingTargetGroup: { name: nlb-tcp, protocol: TCP }",
        "[5].reference",
        "must be left out next to 'existingTargetGroup', which says whether it is an ARN or a name"
    )]
    [InlineData("{ name: by-tcp, service", "{ service", "[5].name", "is required next to 'existingTargetGroup'")]
    [InlineData(
        "            - ports: [{ protocol: TCP, port: http }]\n            - from: [{ cidr: 10.0.0.0/8 }, { securityGroup: sg-0f9e8d7c6b5a43210 }]\n"
            + "              ports: [{ protocol: UDP, port: 8443 }]\n",
        "            []\n",
        "[2].networking.ingress",
        "must have at least 1 entry, got 0"
    )]
    [InlineData(
        "      - name: partner\n        service",
        "      - name: partner\n        networking: { ingress: [{}] }\n        service",
        "[3].networking.ingress[0].from",
        "must have an entry where there is no 'loadBalancer' to allow"
    )]
    [InlineData("{ cidr: 10.0.0.0/8 }", "{}", "[2].networking.ingress[1].from[0]", "must have one of 'cidr' and 'securityGroup', got none")]
    [InlineData(
        "{ cidr: 10.0.0.0/8 }",
        "{ cidr: 10.0.0.0/8, securityGroup: sg-0f9e8d7c6b5a43210 }",
        "[2].networking.ingress[1].from[0]",
        "must have one of 'cidr' and 'securityGroup', got both"
    )]
    public void Bindings(string old, string @new, string path, string fault) => Check(old, @new, $"clusters.blue.bindings{path}", fault);

    [Theory]
    [InlineData(
        "      http:\n        adopt",
        $"      other: {{ adopt: '{ListenerArn}', port: 81, protocol: HTTP, defaultAction: {{ fixedResponse: {{ statusCode: 404 }} }} }}\n"
            + "      http:\n        adopt",
        ".adopt",
        "must be adopted once"
    )]
    [InlineData(
        "          - name: stock\n",
        $"          - {{ name: other, adopt: '{RuleArn}', paths: [/other], fixedResponse: {{ statusCode: 404 }} }}\n          - name: stock\n",
        ".rules[1].adopt",
        "must be adopted once"
    )]
    public void What_two_adopt(string old, string @new, string path, string fault) => Check(old, @new, $"loadBalancers.legacy.listeners.http{path}", fault);

    [Theory]
    [InlineData(
        "arm: { renamed: graviton",
        "arm: { renamed: intel",
        "nodes.selfManagedNodeGroups.arm.renamed",
        "must be the first name of no other self-managed node group"
    )]
    [InlineData("  nodes:\n    version: \"1.36\"\n", "  nodes:\n", "nodes.version", "is required of a cluster with self-managed node groups")]
    [InlineData("      spot:\n", "      -spot:\n", "blue.nodeGroups.-spot", "has a name that must be 1 to 63 letters, digits")]
    [InlineData(
        "      spot:\n",
        "      spot-82e297:\n",
        "blue.nodeGroups.spot-82e297",
        "has a name that must not contain what CDKTF takes for a token of its own"
    )]
    [InlineData("renamed: pinned", "renamed: pinned-82e297", "blue.nodeGroups.own-image.renamed", "must not contain what CDKTF takes")]
    [InlineData(
        "labels: { tier: web }\n        taints",
        "labels: { kubernetes.io/os: web }\n        taints",
        "blue.nodeGroups.default.labels.kubernetes.io/os",
        "must not have a key that Kubernetes or EKS reserves"
    )]
    [InlineData(
        "labels: { tier: web }\n        taints",
        "labels: { tier: a b }\n        taints",
        "blue.nodeGroups.default.labels.tier",
        "must be a Kubernetes label value"
    )]
    [InlineData("key: dedicated, value: web", "key: a b, value: web", "blue.nodeGroups.default.taints[0].key", "must have keys of 1 to 63 letters, digits")]
    [InlineData("key: dedicated, value: web", "key: dedicated, value: a b", "blue.nodeGroups.default.taints[0].value", "must be a Kubernetes label value")]
    [InlineData(
        "{ key: draining, effect: NO_EXECUTE }",
        "{ key: dedicated, effect: NO_SCHEDULE }",
        "blue.nodeGroups.default.taints[1]",
        "must not have a taint twice, got 'dedicated' with NO_SCHEDULE"
    )]
    [InlineData("[m7i.xlarge, m6i.xlarge]", "[]", "blue.nodeGroups.default.instanceTypes", "must have at least 1 entry, got 0")]
    [InlineData("      spot:\n", "      spot:\n        diskSize: 20\n", "blue.nodeGroups.spot.diskSize", "must be left out with a launch template, got 20")]
    [InlineData("{ name: market-spot, version: \"3\" }", "{ version: \"3\" }", "blue.nodeGroups.spot.launchTemplate", "must have an id or a name, got neither")]
    [InlineData("{ maxUnavailable: 2 }", "{}", "blue.nodeGroups.spot.updateConfig", "must have a number or a percentage, got neither")]
    [InlineData("      intel:\n", "      -intel:\n", "nodes.selfManagedNodeGroups.-intel", "has a name that must be 1 to 63 letters, digits")]
    [InlineData(
        "      intel:\n",
        "      intel-82e297:\n",
        "nodes.selfManagedNodeGroups.intel-82e297",
        "has a name that must not contain what CDKTF takes for a token of its own"
    )]
    [InlineData("renamed: graviton", "renamed: graviton-82e297", "nodes.selfManagedNodeGroups.arm.renamed", "must not contain what CDKTF takes")]
    [InlineData(
        "minSize: 1\n        maxSize: 4\n        diskSize",
        "minSize: -1\n        maxSize: 4\n        diskSize",
        "nodes.selfManagedNodeGroups.intel.minSize",
        "must be at least 0, got -1"
    )]
    [InlineData("maxSize: 4\n        diskSize", "maxSize: 0\n        diskSize", "nodes.selfManagedNodeGroups.intel.maxSize", "must be at least 1, got 0")]
    [InlineData("labels: { tier: stock }", "labels: { tier: a b }", "nodes.selfManagedNodeGroups.intel.labels.tier", "must be a Kubernetes label value")]
    [InlineData("value: stock", "value: a b", "nodes.selfManagedNodeGroups.intel.taints[0].value", "must be a Kubernetes label value")]
    public void Node_groups(string old, string @new, string path, string fault) => Check(old, @new, $"clusters.{path}", fault);

    [Theory]
    [InlineData(
        "        targetGroup: { port: 32080 }",
        "        targetGroup: { port: 32080, targetType: ip }",
        ".registerBy",
        "must be 'controller' for target type ip: an Auto Scaling group has nodes, not pods"
    )]
    [InlineData(
        "      - loadBalancer: legacy\n        registerBy: autoscaling\n"
            + "        service: { namespace: stock, name: stock, port: 80 }\n        targetGroup: { port: 32080 }",
        "      - name: old\n        registerBy: autoscaling\n"
            + "        service: { namespace: stock, name: stock, port: 80 }\n        existingTargetGroup: { name: old }",
        ".registerBy",
        "must be 'controller' for an 'existingTargetGroup'"
    )]
    [InlineData(
        "        targetGroup: { port: 32080 }",
        "        targetGroup: { port: 80 }",
        ".targetGroup.port",
        "must be between 30000 and 32767, got 80: with 'registerBy: autoscaling'"
    )]
    [InlineData(
        "        targetGroup: { port: 32080 }",
        "        targetGroupRef: legacy",
        ".targetGroupRef",
        "must be between 30000 and 32767, got 8443: with 'registerBy: autoscaling'"
    )]
    [InlineData(
        "        targetGroup: { port: 32080 }",
        "        targetGroup: { port: 32080 }\n        nodeSelector: {}",
        ".nodeSelector",
        "must be left out with 'registerBy: autoscaling'"
    )]
    [InlineData(
        "        targetGroup: { port: 32080 }",
        "        targetGroup: { port: 32080 }\n        networking: { ingress: [{}] }",
        ".networking",
        "must be left out with 'registerBy: autoscaling'"
    )]
    public void Bindings_whose_nodes_register_themselves(string old, string @new, string path, string fault) =>
        Check(old, @new, $"clusters.nodes.bindings[0]{path}", fault);

    [Theory]
    [InlineData("  guest:\n", "  guest-82e297:\n", "guest-82e297", "has a name that must not contain what CDKTF takes for a token of its own")]
    [InlineData("renamed: lodger\n", "renamed: lodger-82e297\n", "guest.renamed", "must not contain what CDKTF takes")]
    [InlineData("scheduler]", "scheduler, api]", "blue.logTypes", "must not have an entry twice")]
    [InlineData(
        "{ private: true, public: true, publicCidrs: [198.51.100.0/24] }",
        "{ private: false, public: false }",
        "blue.endpointAccess",
        "must be private, public or both, got neither"
    )]
    [InlineData(
        "{ private: true, public: true, publicCidrs",
        "{ private: true, public: false, publicCidrs",
        "blue.endpointAccess.publicCidrs",
        "must be empty without public access, got '198.51.100.0/24'"
    )]
    [InlineData(
        "    renamed: lodger\n",
        "    renamed: lodger\n    nodeGroups: { default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 } }\n",
        "guest.subnets",
        "must have at least 2 entries, got 0"
    )]
    public void Clusters(string old, string @new, string path, string fault) => Check(old, @new, $"clusters.{path}", fault);

    [Theory]
    [InlineData("{ X-Canary: [always] }", "{ X-Canary: [] }", "headers.X-Canary", "must have at least 1 entry, got 0")]
    [InlineData("{ X-Canary: [always] }", "{ Host: [always] }", "headers.Host", "has a name that must not be 'Host': hosts have a condition of their own")]
    [InlineData("{ key: version, value: \"2\" }", "{ key: \"\", value: \"2\" }", "queryStrings[0].key", "must have 1 to 128 characters, got 0")]
    public void Conditions_of_rules(string old, string @new, string path, string fault) =>
        Check(old, @new, $"loadBalancers.public.listeners.https.rules[1].{path}", fault);

    [Theory]
    [InlineData(
        "targetType: ip, algorithm: weighted_random",
        "targetType: ip, algorithm: round_robin",
        "partner.anomalyMitigation",
        "must be left out with algorithm 'round_robin'"
    )]
    [InlineData(
        "algorithm: round_robin\n",
        "algorithm: least_outstanding_requests\n",
        "web.slowStart",
        "must be left out with algorithm 'least_outstanding_requests'"
    )]
    [InlineData("crossZone: true\n", "crossZone: false\n", "web.stickiness", "must be left out with 'crossZone' off")]
    [InlineData("protocolVersion: HTTP1\n", "protocolVersion: GRPC\n", "web.healthCheck.matcher", "must be codes from 0 to 99")]
    public void Target_groups(string old, string @new, string path, string fault) => Check(old, @new, $"loadBalancers.public.targetGroups.{path}", fault);

    [Theory]
    [InlineData("matchLabels: { tier: web }", "matchLabels: { \"a b\": web }", "[0].nodeSelector.matchLabels.a b", "must be a Kubernetes label key")]
    [InlineData(
        "operator: Exists }",
        "operator: Exists, values: [a] }",
        "[0].nodeSelector.matchExpressions[2].values",
        "must have no entries with operator Exists, got 1"
    )]
    [InlineData("values: [a, b]", "values: [a, b c]", "[0].nodeSelector.matchExpressions[0].values[1]", "must be a Kubernetes label value")]
    [InlineData(
        "protocol: QUIC, targetType: ip",
        "protocol: QUIC",
        "[9].existingTargetGroup.protocol",
        "must not be QUIC or TCP_QUIC with target type instance"
    )]
    [InlineData(
        "          targetType: ip\n          ipAddressType: ipv6\n",
        "",
        "[3].existingTargetGroup.assumeRole.role",
        "must be left out with target type instance"
    )]
    public void Target_group_bindings(string old, string @new, string path, string fault) => Check(old, @new, $"clusters.blue.bindings{path}", fault);

    [Theory]
    [InlineData("tags: { cost-center: \"4711\" }", "tags: { fleet: x }", "tags.fleet", "must be left out: the fleet's 'name' is this tag")]
    [InlineData("tags: { cost-center: \"4711\" }", "tags: { environment: x }", "tags.environment", "must be left out: the fleet's 'environment' is this tag")]
    [InlineData("bucket: example-terraform-state", "bucket: Example", "backend.s3.bucket", "must be the name of an S3 bucket")]
    [InlineData("bucket: example-terraform-state", "bucket: example-82e297", "backend.s3.bucket", "must not contain what CDKTF takes")]
    [InlineData("region: eu-central-1", "region: Frankfurt", "backend.s3.region", "must be an AWS region")]
    [InlineData("keyPrefix: fleets/market", "keyPrefix: /market", "backend.s3.keyPrefix", "must be letters, digits and")]
    [InlineData("keyPrefix: fleets/market", "keyPrefix: market-82e297", "backend.s3.keyPrefix", "must not contain what CDKTF takes")]
    [InlineData("path: apps/aws-lb-controller", "path: apps/../x", "argoCd.gitOps.path", "must be a folder of the repository")]
    [InlineData("    project: platform\n    createProject", "    project: Platform\n    createProject", "argoCd.gitOps.project", "must be 1 to 253 lower-case")]
    [InlineData(
        "s3: { bucket: example-terraform-state, region: eu-central-1, keyPrefix: fleets/market }",
        "cloud: { organization: a, project: market }",
        "backend.cloud.organization",
        "must be 3 to 40 letters"
    )]
    [InlineData(
        "s3: { bucket: example-terraform-state, region: eu-central-1, keyPrefix: fleets/market }",
        "cloud: { organization: org-82e297, project: market }",
        "backend.cloud.organization",
        "must not contain what CDKTF takes"
    )]
    [InlineData(
        "s3: { bucket: example-terraform-state, region: eu-central-1, keyPrefix: fleets/market }",
        "cloud: { organization: org, project: a }",
        "backend.cloud.project",
        "must be 3 to 40 letters"
    )]
    [InlineData(
        "s3: { bucket: example-terraform-state, region: eu-central-1, keyPrefix: fleets/market }",
        "cloud: { organization: org, project: market-82e297 }",
        "backend.cloud.project",
        "must not contain what CDKTF takes"
    )]
    [InlineData(
        "s3: { bucket: example-terraform-state, region: eu-central-1, keyPrefix: fleets/market }",
        "cloud: { organization: org, hostname: a-82e297.example.com }",
        "backend.cloud.hostname",
        "must not contain what CDKTF takes"
    )]
    public void The_fleet(string old, string @new, string path, string fault) => Check(old, @new, path, fault);

    private static void Check(string old, string @new, string path, string? fault)
    {
        var text = File.ReadAllText(Repository.PathOf("test", "Mooring.TestKit", "Fleets", "everything.yaml"));
        text.Should().Contain(old);

        var faults = FleetDocument.FaultsOf(text.Replace(old, @new, StringComparison.Ordinal)).Where(each => each.Path == path).Select(each => each.Message);

        if (fault is null)
        {
            faults.Should().BeEmpty();
        }
        else
        {
            faults.Should().ContainSingle().Which.Should().StartWith(fault);
        }
    }
}
