using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

public class FleetChecksTests
{
    [Theory]
    [InlineData(
        "name: shop",
        "name: shop_",
        "fleet.yaml(1,7): name must be 1 to 32 letters, digits and hyphens, without a hyphen at either end, got 'shop_' (5 characters)"
    )]
    [InlineData(
        "environment: production",
        "environment: pre production",
        "fleet.yaml(2,14): environment must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or "
            + "digit at both ends, got 'pre production'"
    )]
    [InlineData("region: eu-west-1", "region: Ireland", "fleet.yaml(3,9): region must be an AWS region such as 'eu-west-1', got 'Ireland'")]
    [InlineData("region: eu-west-1", "region: eu-west-1\naccount: 1234", "fleet.yaml(4,10): account must be the 12 digits of an AWS account id, got '1234'")]
    [InlineData("vpc: vpc-0a1b2c3d4e5f60718", "vpc: vpc-1", "fleet.yaml(4,6): vpc must be 'vpc-' and 8 or 17 hexadecimal digits, got 'vpc-1'")]
    [InlineData("cluster: root", "cluster: roof", "fleet.yaml(6,12): argoCd.cluster must be the name of a cluster of this fleet, got 'roof'")]
    [InlineData(
        "vpc:",
        "backend: { local: {}, s3: { bucket: states } }\nvpc:",
        "fleet.yaml(4,10): backend must be one of 'local', 's3' and 'cloud', got more than one"
    )]
    [InlineData(
        "vpc:",
        "backend: { cloud: { organization: example, hostname: 'https://terraform.example.com' } }\nvpc:",
        "fleet.yaml(4,54): backend.cloud.hostname must be a host name such as 'terraform.example.com', without 'https://', got "
            + "'https://terraform.example.com'"
    )]
    public void The_fleet_itself_is_checked(string old, string @new, string fault) => SmallFleet.FaultsWith(old, @new).Should().Be(fault);

    [Theory]
    [InlineData(
        "[subnet-0aa11111111111111, subnet-0bb22222222222222]",
        "[subnet-0aa11111111111111]",
        "fleet.yaml(9,14): loadBalancers.public.subnets must have at least 2 entries, got 1"
    )]
    [InlineData(
        "subnet-0bb22222222222222",
        "subnet-b",
        "fleet.yaml(9,41): loadBalancers.public.subnets[1] must be 'subnet-' and 8 or 17 hexadecimal digits, got 'subnet-b'"
    )]
    [InlineData(
        "[0.0.0.0/0]",
        "[0.0.0.0/0, 10.0.0.1/8]",
        "fleet.yaml(10,31): loadBalancers.public.ingressCidrs[1] must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1/8'"
    )]
    [InlineData(
        "[0.0.0.0/0]",
        "[10.0.0.1]",
        "fleet.yaml(10,20): loadBalancers.public.ingressCidrs[0] must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1'"
    )]
    [InlineData(
        "port: 80\n        protocol",
        "port: 0\n        protocol",
        "fleet.yaml(13,15): loadBalancers.public.listeners.http.port must be between 1 and 65535, got 0"
    )]
    [InlineData("protocol: HTTP", "protocol: HTTPS", "fleet.yaml(13,9): loadBalancers.public.listeners.http.certificate is required for protocol HTTPS")]
    [InlineData(
        "    listeners:\n      http:",
        "    listeners:\n      web: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }\n      http:",
        "fleet.yaml(14,15): loadBalancers.public.listeners.http.port must be unique in its load balancer, but 80 is already the port of listener 'web'"
    )]
    [InlineData(
        "      http:",
        "      HTTP_:",
        "fleet.yaml(13,9): loadBalancers.public.listeners.HTTP_ has a name that must be 1 to 63 lower-case letters, digits and hyphens, a letter "
            + "or digit at both ends, got 'HTTP_'"
    )]
    public void Load_balancers_are_checked(string old, string @new, string fault) => SmallFleet.FaultsWith(old, @new).Should().Be(fault);

    [Fact]
    public void An_https_listener_does_not_redirect_to_http() =>
        SmallFleet
            .FaultsWith(
                "        protocol: HTTP\n        defaultAction:\n          forward:\n            targetGroups:\n              - cluster: blue\n"
                    + "                weight: 1",
                "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/1\n        defaultAction:\n"
                    + "          redirect: { protocol: HTTP }"
            )
            .Should()
            .Be(
                "fleet.yaml(17,33): loadBalancers.public.listeners.http.defaultAction.redirect.protocol must not be HTTP in a listener of protocol "
                    + "HTTPS: AWS redirects to HTTPS only"
            );

    [Fact]
    public void An_empty_fleet_is_an_error()
    {
        var parse = () => FleetFile.Parse("{ name: shop, environment: production, region: eu-west-1, vpc: vpc-0a1b2c3d4e5f60718, clusters: {} }");

        parse.Should().Throw<FleetException>().WithMessage("fleet.yaml(1,97): clusters must have an entry, or 'loadBalancers' must: the fleet is empty (E005)");
    }

    [Fact]
    public void The_name_of_a_load_balancer_must_fit_with_that_of_the_fleet_in_front() =>
        SmallFleet
            .FaultsWith("name: shop", "name: twenty-six-characters-long")
            .Should()
            .Be(
                "fleet.yaml(9,5): loadBalancers.public gives a load balancer whose name must be 1 to 32 letters, digits and hyphens, without a "
                    + "hyphen at either end, got 'twenty-six-characters-long-public' (33 characters)"
            );

    [Theory]
    [InlineData(
        "- cluster: blue",
        "- cluster: bleu",
        "fleet.yaml(18,26): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].cluster must be the name of a cluster of "
            + "this fleet, got 'bleu'"
    )]
    [InlineData(
        "- cluster: blue",
        "- cluster: root",
        "fleet.yaml(18,26): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].cluster must be a cluster with a binding to "
            + "load balancer 'public' and its own target group, got 'root'"
    )]
    [InlineData(
        "weight: 1",
        "binding: other",
        "fleet.yaml(18,26): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].cluster must be a cluster with a binding "
            + "named 'other' to load balancer 'public' and its own target group, got 'blue'"
    )]
    [InlineData(
        "weight: 1",
        "weight: 1000",
        "fleet.yaml(19,25): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].weight must be between 0 and 999, got 1000"
    )]
    [InlineData(
        "weight: 1",
        "weight: 0",
        "fleet.yaml(18,15): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups must not all have weight 0: no target group "
            + "would get a request"
    )]
    [InlineData(
        "          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1",
        "          redirect: {}",
        "fleet.yaml(16,21): loadBalancers.public.listeners.http.defaultAction.redirect must change one of protocol, port, host and path"
    )]
    [InlineData(
        "weight: 1",
        "weight: 1\n              - cluster: blue",
        "fleet.yaml(20,17): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[1] must be another target group than those "
            + "before it in the forward"
    )]
    [InlineData(
        "          forward:",
        "          redirect: { port: 81, statusCode: 303 }\n          forward:",
        "fleet.yaml(16,11): loadBalancers.public.listeners.http.defaultAction must have one of 'forward', 'redirect' and 'fixedResponse', got more "
            + "than one\nfleet.yaml(16,45): loadBalancers.public.listeners.http.defaultAction.redirect.statusCode must be 301 or 302, got 303"
    )]
    public void Actions_are_checked(string old, string @new, string faults) => SmallFleet.FaultsWith(old, @new).Should().Be(faults.ReplaceLineEndings());

    [Fact]
    public void A_forward_must_name_one_of_several_bindings() =>
        SmallFleet
            .FaultsWith("    bindings:", "    bindings:\n      - { name: second, loadBalancer: public, service: { namespace: web, name: web, port: 80 } }")
            .Should()
            .Be(
                "fleet.yaml(18,17): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].binding is required, because cluster "
                    + "'blue' has several bindings to load balancer 'public': 'second', 'public'"
            );

    [Theory]
    [InlineData(
        "- { name: a, fixedResponse: { statusCode: 404 } }",
        "fleet.yaml(16,13): loadBalancers.public.listeners.http.rules[0] must have a condition: hosts, paths, methods, headers, queryStrings or sourceIps"
    )]
    [InlineData(
        "- { name: a, hosts: [a.example.com] }",
        "fleet.yaml(16,13): loadBalancers.public.listeners.http.rules[0] must have one of 'forward', 'redirect' and 'fixedResponse', got none"
    )]
    [InlineData(
        "- { name: a, hosts: [a.example.com], priority: 0, fixedResponse: { statusCode: 404 } }",
        "fleet.yaml(16,58): loadBalancers.public.listeners.http.rules[0].priority must be between 1 and 50000, got 0"
    )]
    [InlineData(
        "- &a { name: a, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n          - { <<: *a, name: a }",
        "fleet.yaml(17,29): loadBalancers.public.listeners.http.rules[1].name must be unique in its listener, got 'a' again"
    )]
    [InlineData(
        "- &a { name: a, priority: 10, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n          - { <<: *a, name: b }",
        "fleet.yaml(16,37): loadBalancers.public.listeners.http.rules[1].priority must be unique in its listener, but 10 is already the priority of rule 'a'"
    )]
    [InlineData(
        "- &a { name: a, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n          - { <<: *a, name: b, renamed: a }",
        "fleet.yaml(17,41): loadBalancers.public.listeners.http.rules[1].renamed must be a name that no rule of its listener has any more, got 'a'"
    )]
    [InlineData(
        "- &a { name: a, renamed: z, hosts: [a.example.com], fixedResponse: { statusCode: 404 } }\n          - { <<: *a, name: b }",
        "fleet.yaml(16,36): loadBalancers.public.listeners.http.rules[1].renamed must be unique in its listener, got 'z' again"
    )]
    public void Rules_are_checked(string rules, string fault) =>
        SmallFleet.FaultsWith("        defaultAction:", $"        rules:\n          {rules}\n        defaultAction:").Should().Be(fault);

    [Theory]
    [InlineData(
        "  root:\n",
        "  red?: { subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444] }\n  root:\n",
        "clusters.red? has a name that must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got 'red?'"
    )]
    [InlineData(
        "loadBalancer: public",
        "loadBalancer: private",
        "clusters.blue.bindings[0].loadBalancer must be the name of a load balancer of this fleet, got 'private'"
    )]
    [InlineData(
        "namespace: ingress-nginx",
        "namespace: Ingress",
        "clusters.blue.bindings[0].service.namespace must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Ingress'"
    )]
    [InlineData(
        "name: ingress-nginx-controller\n          port: 80",
        "name: ingress-nginx-controller\n          port: 0",
        "clusters.blue.bindings[0].service.port must be between 1 and 65535, got 0"
    )]
    [InlineData(
        "        service:",
        "        targetGroup: { healthCheck: { path: healthz } }\n        service:",
        "clusters.blue.bindings[0].targetGroup.healthCheck.path must begin with '/' and have at most 1024 characters, got 'healthz'"
    )]
    [InlineData(
        "        service:",
        "        targetGroup: { targetType: ip }\n        service:",
        "clusters.blue.bindings[0].service.targetPort is required for target type ip: the load balancer reaches the pods on it"
    )]
    [InlineData(
        "name: ingress-nginx-controller\n          port: 80",
        "name: ingress-nginx-controller\n          port: 80.5",
        "clusters.blue.bindings[0].service.port must be between 1 and 65535 or the name of a port, got '80.5'"
    )]
    [InlineData(
        "name: ingress-nginx-controller\n          port: 80",
        "name: ingress-nginx-controller\n          port: 99999999999",
        "clusters.blue.bindings[0].service.port must be between 1 and 65535 or the name of a port, got '99999999999'"
    )]
    [InlineData(
        "    delivery: helm\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]",
        "    subnets: [subnet-0cc33333333333333, subnet-0cc33333333333333]",
        "clusters.blue.subnets must not have an entry twice, got 'subnet-0cc33333333333333'"
    )]
    [InlineData(
        "  root:\n",
        "  Blue: { subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444] }\n  root:\n",
        "clusters.blue must differ from cluster 'Blue' in more than case: the names of their roles would be the same to IAM"
    )]
    [InlineData("minSize: 1", "minSize: 3", "clusters.blue.nodeGroups.default.maxSize must be at least 3, got 2")]
    [InlineData("[m7i.large]", "[]", "clusters.blue.nodeGroups.default.instanceTypes must have at least 1 entry, got 0")]
    [InlineData(
        "    bindings:",
        "    bindings:\n      - { loadBalancer: public, service: { namespace: web, name: web, port: 80 } }",
        "clusters.blue.bindings[1] must have a unique 'name' in cluster 'blue', got 'public' again"
    )]
    public void Clusters_are_checked(string old, string @new, string fault) =>
        SmallFleet.FaultsWith(old, @new).Should().MatchRegex($@"^fleet\.yaml\(\d+,\d+\): {Regex.Escape(fault)}$");

    [Fact]
    public void Helm_delivery_needs_no_argo_cd() => SmallFleet.FaultsWith("argoCd:\n  cluster: root\n", "").Should().BeEmpty("helm needs no Argo CD");

    [Fact]
    public void Argo_cd_delivers_any_number_of_bindings_and_to_its_own_cluster()
    {
        var text =
            SmallFleet
                .Text.Replace("delivery: helm", "delivery: argocd", StringComparison.Ordinal)
                .Replace("  root:\n", "  root:\n    delivery: argocd\n", StringComparison.Ordinal)
            + "\n      - { name: second, existingTargetGroup: { name: legacy }, service: { namespace: web, name: web, port: 80 } }";

        FleetDocument.FaultsOf(text).Should().BeEmpty();
    }

    [Theory]
    [InlineData(
        "    bindings:",
        "    bindings:\n      - { name: two, existingTargetGroup: &tg { name: legacy }, service: &web { namespace: web, name: web, port: 80 } }\n"
            + "      - { name: three, existingTargetGroup: *tg, service: *web }",
        "clusters.blue.bindings[1] must have its own target group: 'legacy' is already bound by cluster 'blue', and is not 'shared: true'"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        existingTargetGroup: { name: legacy }\n",
        "clusters.blue.bindings[0] must have one of 'loadBalancer' and 'existingTargetGroup', got both"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        registerBy: autoscaling\n        targetGroup: { port: 32080 }\n",
        "clusters.blue.bindings[0].registerBy must be 'controller' for a cluster without 'selfManagedNodeGroups': EKS's own Auto Scaling groups "
            + "are not known before they exist"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        targetGroup: { protocolVersion: GRPC }\n",
        "loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].cluster must be a target group of protocol version 'HTTP1' in a "
            + "listener of protocol HTTP, got 'GRPC'"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        targetGroup: { targetType: ip, ipAddressType: ipv6 }\n        networking: { ingress: [{}] }\n",
        "clusters.blue.bindings[0].targetGroup.ipAddressType must be 'ipv4' behind a load balancer whose 'ipAddressType' is 'ipv4', got 'ipv6'"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        targetGroup: { targetType: ip }\n        networking: { ingress: [{}] }\n        nodeSelector: {}\n",
        "clusters.blue.bindings[0].nodeSelector must be left out with target type ip"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        networking: { ingress: [{ ports: [{ port: 8080 }] }] }\n",
        "clusters.blue.bindings[0].networking.ingress[0].ports[0].port must be between 30000 and 32767, as all node ports are, or the port of the health "
            + "check, got 8080: nodes are not reached on the port of a Service or a pod"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        networking: { ingress: [{ ports: [{ port: 10254 }] }] }\n"
            + "        targetGroup: { healthCheck: { port: 10254 } }\n",
        ""
    )]
    [InlineData("    delivery: helm\n", "    delivery: helm\n    controller: { install: false, role: theirs }\n", "")]
    [InlineData("    delivery: helm\n", "    delivery: argocd\n    controller: { install: false }\n", "")]
    [InlineData("    delivery: helm\n", "    delivery: helm\n    registration: { create: false }\n", "")]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: argocd\n    registration: { create: false, shard: 1 }\n",
        "clusters.blue.registration.create must be true with delivery 'argocd', got false\n"
            + "clusters.blue.registration.shard must be left out where 'create' is false: the cluster has no Secret"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: helm\n    addOns: { vpc-cni: { adopt: true } }\n",
        "clusters.blue.addOns.vpc-cni.adopt must be left out in a cluster that Terraform creates, got true"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: helm\n    controller: { role: theirs }\n",
        "clusters.blue.controller.role must be left out where the controller is installed: it gets a role of its own, got 'theirs'"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: helm\n    nodeSecurityGroups: [sg-0b1b2c3d4e5f60718, sg-0b1b2c3d4e5f60718]\n",
        "clusters.blue.nodeSecurityGroups must not have an entry twice"
    )]
    [InlineData("vpc:", "controller: { chartVersion: 1.8.1 }\nvpc:", "")]
    [InlineData("vpc:", "controller: { version: \"2.13\", chartVersion: 1.8.1 }\nvpc:", "controller must have one of 'version' and 'chartVersion', got both")]
    [InlineData("    delivery: helm\n", "    delivery: helm\n    existing: true\n", "")]
    [InlineData(
        "    delivery: helm\n",
        "    existing: true\n    logTypes: [api]\n",
        "clusters.blue.logTypes must be left out of a cluster that is only looked up"
    )]
    [InlineData(
        "  root:\n",
        "  root:\n    registration: { labels: { tier: gold } }\n",
        "clusters.root.registration must be left out of a cluster that is not registered with an Argo CD"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: argocd\n    registration: { namespaces: [aws-lb-controller, argocd] }\n",
        "clusters.blue.registration.clusterResources must be true with 'namespaces' and delivery 'argocd': the controller's chart has cluster-wide "
            + "resources\n"
            + "clusters.blue.registration.namespaces must have 'ingress-nginx' with delivery 'argocd': Argo CD installs controller and bindings there"
    )]
    [InlineData("    delivery: helm\n", "    registration: { namespaces: [aws-lb-controller, ingress-nginx], clusterResources: true }\n", "")]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: helm\n    handoverFrom: helm\n",
        "clusters.blue.handoverFrom must be another delivery than 'delivery', which is 'helm', too"
    )]
    [InlineData("argoCd:\n  cluster: root\n", "", "")]
    [InlineData(
        "  cluster: root\n",
        "  cluster: root\n  gitOps: { repoUrl: https://git.example.com/apps.git, createProject: true }\n",
        "argoCd.gitOps.createProject must be false for project 'default', which is Argo CD's own: name another 'project'"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    delivery: helm\n    controller: { version: \"2.13\", chartVersion: 1.13.4, resources: { limits: { cpu: none } } }\n",
        "clusters.blue.controller must have one of 'version' and 'chartVersion', got both\n"
            + "clusters.blue.controller.resources.limits.cpu must be a Kubernetes quantity such as '100m' or '256Mi', got 'none'"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    authenticationMode: CONFIG_MAP\n",
        "clusters.blue.authenticationMode must not be 'CONFIG_MAP' where access entries, self-managed nodes, Karpenter or Argo CD need access, got 'CONFIG_MAP'"
    )]
    [InlineData(
        "    ingressCidrs: [0.0.0.0/0]\n",
        "    existing: legacy\n",
        "loadBalancers.public.subnets must be left out of a load balancer that is only looked up\n"
            + "loadBalancers.public.listeners.http.defaultAction must be left out of a listener that is only looked up"
    )]
    [InlineData(
        "    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingressCidrs: [0.0.0.0/0]\n    listeners:\n      http:\n        port: 80\n"
            + "        protocol: HTTP\n        defaultAction:\n          forward:\n            targetGroups:\n              - cluster: blue\n"
            + "                weight: 1\n",
        "    existing: legacy\n    listeners:\n      http:\n        port: 80\n        rules:\n          - { name: given, priority: 10, paths: [/a], "
            + "fixedResponse: { statusCode: 404 } }\n          - { name: derived, paths: [/b], fixedResponse: { statusCode: 404 } }\n",
        "loadBalancers.public.listeners.http.rules[1].priority is required where the load balancer is 'existing': others have rules there; so far it was 20"
    )]
    [InlineData(
        "    ingressCidrs: [0.0.0.0/0]\n",
        "    adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/legacy/50dc6c495c0c9188\n",
        "loadBalancers.public.securityGroups is required of an adopted load balancer: list the security groups that it has, or it loses them"
    )]
    [InlineData(
        "    ingressCidrs: [0.0.0.0/0]\n",
        "",
        "loadBalancers.public.ingressCidrs is required where there are no 'ingressPrefixLists' and no 'securityGroups': no client could connect"
    )]
    public void References_between_parts_are_checked(string old, string @new, string faults) =>
        string.Join('\n', FleetDocument.FaultsOf(SmallFleet.Text.Replace(old, @new, StringComparison.Ordinal)).Select(fault => $"{fault.Path} {fault.Message}"))
            .Should()
            .Be(faults);

    [Fact]
    public void A_field_that_is_newer_than_the_controller_is_refused_at_its_key()
    {
        var text = SmallFleet
            .Text.Replace("vpc:", "controller: { chartVersion: 1.8.1 }\nvpc:", StringComparison.Ordinal)
            .Replace("      - loadBalancer: public\n", "      - loadBalancer: public\n        reference: name\n", StringComparison.Ordinal);

        var fault = FleetDocument.FaultsOf(text).Should().ContainSingle().Subject;
        fault.Path.Should().Be("clusters.blue.bindings[0].reference");
        fault.Message.Should().StartWith("needs controller 2.11.0 or later, got 2.8.").And.EndWith("(chart 1.8.1)");
    }

    [Theory]
    [InlineData(
        "loadBalancer: public",
        "loadBalancer: publc",
        "fleet.yaml(29,23): clusters.blue.bindings[0].loadBalancer must be the name of a load balancer of this fleet, got 'publc'"
    )]
    [InlineData("clusters:\n", "cluster:\n", "fleet.yaml(20,1): cluster is not a known key: did you mean 'clusters'?")]
    [InlineData("loadBalancers:\n", "loadBalancer:\n", "fleet.yaml(7,1): loadBalancer is not a known key: did you mean 'loadBalancers'?")]
    [InlineData(
        "          forward:",
        "          foward:",
        "fleet.yaml(16,11): loadBalancers.public.listeners.http.defaultAction.foward is not a known key: did you mean 'forward'?"
    )]
    [InlineData(
        "    bindings:",
        "    bindings:\n      - { loadBalancer: public, service: { namespace: web, name: web, port: 80 } }",
        "fleet.yaml(30,9): clusters.blue.bindings[1] must have a unique 'name' in cluster 'blue', got 'public' again"
    )]
    public void A_fault_is_not_followed_by_those_that_follow_from_it(string old, string @new, string fault) =>
        SmallFleet.FaultsWith(old, @new).Should().Be(fault);

    [Fact]
    public void Errors_of_several_kinds_in_a_rule_are_all_reported() =>
        SmallFleet
            .FaultsWith("        defaultAction:", "        rules:\n          - { name: A_, hosts: [a.example.com] }\n        defaultAction:")
            .Split(Environment.NewLine)
            .Should()
            .Equal(
                "fleet.yaml(16,13): loadBalancers.public.listeners.http.rules[0] must have one of 'forward', 'redirect' and 'fixedResponse', got none",
                "fleet.yaml(16,21): loadBalancers.public.listeners.http.rules[0].name must be 1 to 63 lower-case letters, digits and hyphens, a "
                    + "letter or digit at both ends, got 'A_'"
            );

    [Theory]
    [InlineData("vpc: vpc-0a1b2c3d4e5f60718", "vpc: \"${path.cwd}\"", "fleet.yaml(4,6): vpc must be 'vpc-' and 8 or 17 hexadecimal digits, got '${path.cwd}'")]
    [InlineData(
        "name: shop",
        "name: shop\ntags: { \"k${path.cwd}\": v }",
        "fleet.yaml(2,25): tags.k${path.cwd} must have keys of 1 to 128 letters, digits, spaces and '_.:/=+-@', got 'k${path.cwd}'"
    )]
    [InlineData(
        "ingress-nginx-controller\n          port: 80",
        "ingress-nginx-controller\n          port: \"${path.cwd}\"",
        "fleet.yaml(33,17): clusters.blue.bindings[0].service.port must be between 1 and 65535 or the name of a port, got '${path.cwd}'"
    )]
    [InlineData("name: shop", "name: shop-82e297", "fleet.yaml(1,7): name must not contain what CDKTF takes for a token of its own, got 'shop-82e297'")]
    [InlineData(
        "name: shop",
        "name: shop\nbackend: { s3: { bucket: states, keyPrefix: \"${TfToken[TOKEN.1]}\" } }",
        "fleet.yaml(2,45): backend.s3.keyPrefix must be letters, digits and '!_.*'()-', with single slashes between them, got '${TfToken[TOKEN.1]}'"
    )]
    public void A_text_that_looks_like_a_token_is_checked_as_any_other(string old, string @new, string fault) =>
        SmallFleet.FaultsWith(old, @new).Should().Be(fault);

    [Fact]
    public void Argo_cd_delivery_needs_an_argo_cd()
    {
        var text = SmallFleet
            .Text.Replace("argoCd:\n  cluster: root\n", "", StringComparison.Ordinal)
            .Replace("delivery: helm", "delivery: argocd", StringComparison.Ordinal);
        var parse = () => FleetFile.Parse(text);

        parse
            .Should()
            .Throw<FleetException>()
            .WithMessage("fleet.yaml(22,15): clusters.blue.delivery must be 'helm' in a fleet without 'argoCd', got 'argocd' (E005)");
    }
}
