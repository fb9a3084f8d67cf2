using System.Text.Json.Nodes;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of a single setting: a key gets another value, or is removed.</summary>
internal static class SettingEdits
{
    private const string Certificate = "\"arn:aws:acm:eu-west-1:111122223333:certificate";
    private const string IdentityCenter = "\"identityCenter\": { \"instance\": \"arn:aws:sso:::instance/ssoins-1234567890abcdef\" }";
    private const string Policy = "\"arn:aws:iam::111122223333:policy";

    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [.. OfFleet, .. OfLoadBalancers, .. OfListeners, .. OfTargetGroups, .. OfBindings, .. OfClusters, .. OfNodes, .. OfAccess];

    private static FleetEdit[] OfFleet =>
        [
            Of("", "tags", "null", """{ "team": "edge" }""", """{ "team": "web", "cost-center": "4711" }"""),
            Of("", "terraform", "null", """{ "requiredVersion": ">= 1.5" }""", """{ "providers": { "aws": { "version": "~> 6.25" } } }"""),
            Of("", "targetGroupTags", "null", """["cluster"]""", """["cluster", "binding", "service"]"""),
            Of("", "environment", "\"production\"", "\"staging\""),
            Of("", "clusterAuthentication", "null", "\"token\""),
            Of("", "iam", "null", $$"""{ "permissionsBoundary": {{Policy}}/one" }""", """{ "maxSessionDuration": 7200 }""", """{ "path": "/platform/" }"""),
            Of("controller", "version", "null", "\"3.4\"", "\"2.13\"", "\"3.5\""),
            Of("controller", "identity", "\"irsa\"", "\"podIdentity\""),
            Of("controller", "policy", "\"documented\"", "\"scoped\"", "\"strict\""),
            Of("controller", "replicaCount", "null", "1", "3"),
            Of("controller", "tolerations", "null", """[{ "operator": "Exists" }]"""),
            Of("controller", "nodeSelector", "null", """{ "tier": "platform" }"""),
            Of("controller", "priorityClass", "null", "\"platform\""),
            Of("controller", "values", "null", """{ "logLevel": "debug" }""", """{ "image": { "tag": "v3.5.0" } }"""),
            Of("argoCd", "namespace", "null", "\"gitops\""),
            Of("argoCd", "capabilityRole", "null", "\"arn:aws:iam::111122223333:role/argocd-capability\""),
            Of("argoCd", "capability", "null", $"{{ {IdentityCenter} }}", $$"""{ {{IdentityCenter}}, "name": "gitops" }"""),
        ];

    private static FleetEdit[] OfLoadBalancers =>
        [
            Of("loadBalancers.*", "scheme", "null", "\"internet-facing\""),
            Of("loadBalancers.*", "ipAddressType", "null", "\"dualstack\""),
            Of("loadBalancers.*", "ingressCidrs", """["10.0.0.0/8"]""", """["0.0.0.0/0"]""", """["10.0.0.0/8", "192.0.2.0/24"]"""),
            Of("loadBalancers.*", "ingressPrefixLists", "null", """["pl-0a1b2c3d4e5f60718"]"""),
            Of("loadBalancers.*", "securityGroups", "null", """["sg-0a1b2c3d4e5f60718"]""", """["sg-0f9e8d7c6b5a43210"]"""),
            Of("loadBalancers.*", "accessLogs", "null", """{ "bucket": "shop-logs" }"""),
            Of("loadBalancers.*", "idleTimeout", "null", "120"),
            Of("loadBalancers.*", "webAcl", "null", "\"arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/11111111-2222-3333-4444-555555555555\""),
            Of("loadBalancers.*", "tags", "null", """{ "owner": "edge" }"""),
            Of("loadBalancers.*", "deletionProtection", "null", "false"),
            Of("loadBalancers.*", "preventDestroy", "null", "false"),
        ];

    private static FleetEdit[] OfListeners =>
        [
            Of("loadBalancers.*.listeners.*", "port", "80", "81", "8080", "8443"),
            Of("loadBalancers.*.listeners.*", "additionalCertificates", "null", $"[{Certificate}/66666666-7777-8888-9999-000000000000\"]"),
            Of("loadBalancers.*.listeners.*", "tlsPolicy", "null", "\"ELBSecurityPolicy-TLS13-1-3-2021-06\""),
            Of("loadBalancers.*.listeners.*", "mutualTls", "null", """{ "mode": "passthrough" }"""),
            Of("loadBalancers.*.listeners.*.rules.*", "paths", "null", """["/one/*"]""", """["/two"]"""),
            Of("loadBalancers.*.listeners.*.rules.*", "priority", "null", "10", "20", "30", "7", "41"),
            Of("loadBalancers.*.listeners.*.rules.*.forward", "stickiness", "null", "600"),
            Of("loadBalancers.*.listeners.*.defaultAction.forward", "stickiness", "null", "600"),
            Of("loadBalancers.*.listeners.*.defaultAction.forward.targetGroups.*", "weight", "1", "2", "90"),
        ];

    private static FleetEdit[] OfTargetGroups =>
        [
            .. OfTargetGroup("clusters.*.bindings.*.targetGroup"),
            Of("loadBalancers.*.targetGroups.*", "port", "null", "8080"),
            Of("loadBalancers.*.targetGroups.*", "deregistrationDelay", "null", "30"),
            Of("loadBalancers.*.targetGroups.*", "healthCheck", "null", """{ "path": "/healthz", "port": 10254 }"""),
        ];

    private static FleetEdit[] OfBindings =>
        [
            Of("clusters.*.bindings.*", "reference", "\"arn\"", "\"name\""),
            Of("clusters.*.bindings.*", "nodeSelector", "null", """{ "matchLabels": { "tier": "web" } }"""),
            Of("clusters.*.bindings.*", "networking", "null", """{ "ingress": [{}] }""", """{ "ingress": [{ "ports": [{ "port": 8080 }] }] }"""),
            Of("clusters.*.bindings.*.service", "namespace", "\"web\"", "\"ingress-nginx\""),
            Of("clusters.*.bindings.*.service", "name", "\"web\"", "\"api\""),
            Of("clusters.*.bindings.*.service", "port", "80", "443"),
            Of("clusters.*.bindings.*.service", "targetPort", "8080", "9090"),
        ];

    private static FleetEdit[] OfClusters =>
        [
            Of("clusters.*", "version", "null", "\"1.34\"", "\"1.35\"", "\"1.36\""),
            Of(
                "clusters.*",
                "subnets",
                """["subnet-0aa11111111111111", "subnet-0bb22222222222222"]""",
                """["subnet-0cc33333333333333", "subnet-0dd44444444444444"]"""
            ),
            Of("clusters.*", "endpointAccess", "null", """{ "public": false }""", """{ "publicCidrs": ["198.51.100.0/24"] }"""),
            Of("clusters.*", "encryptionKey", "null", "\"arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555\""),
            Of("clusters.*", "logTypes", "null", """["api", "audit"]"""),
            Of("clusters.*", "authenticationMode", "null", "\"API_AND_CONFIG_MAP\"", "\"CONFIG_MAP\""),
            Of("clusters.*", "nodeSecurityGroups", "null", """["sg-0b1c2d3e4f5a60718"]""", """["sg-0b1c2d3e4f5a60718", "sg-0123456789abcdef0"]"""),
            Of("clusters.*", "tags", "null", """{ "team": "web" }"""),
            Of(
                "clusters.*",
                "controller",
                "null",
                """{ "version": "3.4" }""",
                """{ "version": "2.13" }""",
                """{ "identity": "podIdentity" }""",
                """{ "policy": "documented", "replicaCount": 3 }""",
                """{ "values": { "logLevel": "debug" } }"""
            ),
            Of("clusters.*", "registration", "null", """{ "labels": { "tier": "gold" } }""", """{ "project": "platform", "shard": 1 }"""),
        ];

    private static FleetEdit[] OfNodes =>
        [
            Of("clusters.*.nodeGroups.*", "minSize", "1", "2"),
            Of("clusters.*.nodeGroups.*", "maxSize", "2", "5"),
            Of("clusters.*.nodeGroups.*", "instanceTypes", """["m7i.large"]""", """["m7i.xlarge", "m6i.xlarge"]"""),
            Of("clusters.*.nodeGroups.*", "capacityType", "null", "\"SPOT\""),
            Of("clusters.*.nodeGroups.*", "amiType", "null", "\"AL2023_x86_64_STANDARD\""),
            Of("clusters.*.nodeGroups.*", "diskSize", "null", "50"),
            Of("clusters.*.nodeGroups.*", "labels", "null", """{ "tier": "web" }"""),
            Of("clusters.*.nodeGroups.*", "taints", "null", """[{ "key": "dedicated", "effect": "NO_SCHEDULE" }]"""),
            Of("clusters.*.nodeGroups.*", "updateConfig", "null", """{ "maxUnavailable": 2 }"""),
            Of("clusters.*.selfManagedNodeGroups.*", "instanceType", "\"m7i.large\"", "\"m7i.xlarge\""),
            Of("clusters.*.selfManagedNodeGroups.*", "diskSize", "null", "50"),
        ];

    private static FleetEdit[] OfAccess =>
        [
            Of("clusters.*.addOns.*", "version", "null", "\"v1.19.6-eksbuild.1\"", "\"v1.20.0-eksbuild.1\""),
            Of("clusters.*.addOns.*", "configuration", "null", "\"{}\""),
            Of("clusters.*.accessEntries.*", "type", "null", "\"EC2_LINUX\""),
            Of("clusters.*.accessEntries.*", "kubernetesGroups", "null", """["developers"]"""),
            Of("clusters.*.accessEntries.*", "policies", "null", """[{ "policy": "AmazonEKSViewPolicy" }]"""),
            Of("clusters.*.accessEntries.*", "policies", """[{ "policy": "AmazonEKSViewPolicy", "namespaces": ["web"] }]""", "null"),
        ];

    private static FleetEdit[] OfTargetGroup(string place) =>
        [
            Of(place, "port", "null", "80", "8080", "30080"),
            Of(place, "protocol", "\"HTTP\"", "\"HTTPS\""),
            Of(place, "targetType", "\"instance\"", "\"ip\""),
            Of(place, "healthCheck", "null", """{ "path": "/healthz" }""", """{ "port": 10254, "interval": 15 }""", """{ "matcher": "200-399" }"""),
            Of(place, "deregistrationDelay", "null", "30"),
            Of(place, "slowStart", "null", "30"),
            Of(place, "stickiness", "null", """{ "duration": 3600 }"""),
            Of(place, "algorithm", "null", "\"least_outstanding_requests\""),
            Of(place, "shared", "null", "true"),
        ];

    /// <summary>Another value of a key in any mapping that a pattern such as <c>clusters.*</c> is for.</summary>
    private static FleetEdit Of(string pattern, string key, params string[] values) =>
        new(
            $"{pattern}.{key}".TrimStart('.'),
            fleet =>
                fleet.Any(
                    pattern.Length == 0
                        ? [fleet.Root]
                        : new FleetDocument(fleet.Root).Places(pattern).Select(place => place.Get(fleet.Root)!).OfType<JsonObject>()
                )
                    is { } at
                && fleet.Change(at, key, values)
        );
}
