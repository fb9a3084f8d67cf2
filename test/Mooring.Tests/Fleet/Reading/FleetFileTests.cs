using System.Globalization;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

public class FleetFileTests
{
    [Fact]
    public void A_fleet_file_is_read_as_written()
    {
        var fleet = FleetFile.Read(Repository.PathOf("fleet.yaml"));

        fleet.Name.Should().Be("shop");
        fleet.Account.Should().Be("111122223333");
        fleet.LoadBalancers["public"].Scheme.Should().Be(Scheme.InternetFacing);
        fleet
            .LoadBalancers["public"]
            .Listeners["https"]
            .Rules[0]
            .Forward!.TargetGroups.Should()
            .Equal(new ForwardTargetGroupSpec { Cluster = "blue", Weight = 90 }, new ForwardTargetGroupSpec { Cluster = "green", Weight = 10 });
        fleet.Clusters["green"].Delivery.Should().Be(Delivery.ArgoCd);
        fleet.Clusters["blue"].Bindings[1].Service.Name.Should().Be("traefik-internal");
    }

    [Fact]
    public void The_order_of_the_file_is_kept()
    {
        var fleet = SmallFleet.With(
            "  root:",
            "  zulu:\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  alpha:\n"
                + "    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  root:"
        );

        fleet.Clusters.Keys.Should().Equal("zulu", "alpha", "root", "blue");
    }

    [Fact]
    public void A_value_that_is_not_given_has_its_default()
    {
        var fleet = FleetFile.Parse(SmallFleet.Text);

        fleet.Account.Should().BeNull();
        fleet.Backend.Should().Be(new BackendSpec());
        fleet.Controller.EffectiveChartVersion.Should().Be("3.5.0");
        fleet.ArgoCd!.Namespace.Should().Be("argocd");
        fleet.LoadBalancers["public"].Scheme.Should().Be(Scheme.Internal);
        fleet
            .Clusters["root"]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Version = (string?)null,
                    Delivery = Delivery.Helm,
                    NodeGroups = new Dictionary<string, NodeGroupSpec>(),
                    Bindings = Array.Empty<BindingSpec>(),
                }
            );
        fleet.Clusters["blue"].Bindings[0].TargetGroup.Should().Be(new TargetGroupSpec());
        new TargetGroupSpec()
            .Should()
            .Be(
                new TargetGroupSpec
                {
                    TargetType = TargetType.Instance,
                    Protocol = TargetGroupProtocol.Http,
                    Port = 80,
                    HealthCheck = new() { Path = "/", Matcher = null },
                }
            );
        new RedirectSpec().StatusCode.Should().Be(301);
        new FixedResponseSpec { StatusCode = 404 }
            .ContentType.Should()
            .Be("text/plain");
    }

    [Fact]
    public void A_version_can_look_like_a_number_in_yaml() =>
        SmallFleet.With("    delivery: helm", "    version: 1.30").Clusters["blue"].Version.Should().Be("1.30");

    [Fact]
    public void A_port_of_a_service_is_a_number_or_a_name()
    {
        FleetFile.Parse(SmallFleet.Text).Clusters["blue"].Bindings[0].Service.Port.Should().Be(new ServicePort(80));
        SmallFleet
            .With("name: ingress-nginx-controller\n          port: 80", "name: ingress-nginx-controller\n          port: http")
            .Clusters["blue"]
            .Bindings[0]
            .Service.Port.Should()
            .Be(new ServicePort("http"));
    }

    [Fact]
    public void Anchors_and_merge_keys_save_repetition()
    {
        var fleet = SmallFleet.With(
            "  root:\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]",
            "  root: &network\n    version: \"1.32\"\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  green:\n"
                + "    <<: *network\n    version: \"1.33\""
        );

        fleet.Clusters["root"].Version.Should().Be("1.32");
        fleet.Clusters["green"].Version.Should().Be("1.33");
        fleet.Clusters["green"].Subnets.Should().Equal("subnet-0cc33333333333333", "subnet-0dd44444444444444");
    }

    [Fact]
    public void Only_mappings_can_be_merged() =>
        SmallFleet.FaultsWith("  root:\n", "  root:\n    <<: [5]\n").Should().Be("fleet.yaml(22,10): clusters.root must merge mappings, got 5");

    [Fact]
    public void A_mapping_cannot_merge_itself() =>
        SmallFleet
            .FaultsWith("clusters:\n", "clusters: &all\n  <<: *all\n")
            .Should()
            .Be("fleet.yaml(21,7): clusters merges a value that must not be an alias of what it is a part of, got '*all'");

    [Fact]
    public void A_backend_can_have_no_settings() => SmallFleet.With("vpc:", "backend:\n  local:\nvpc:").Backend.Local.Should().NotBeNull();

    [Fact]
    public void All_faults_are_reported_at_once_in_the_order_of_the_file()
    {
        var parse = () =>
            FleetFile.Parse(
                """
                name: shop
                environment: production
                region: eu-west-1
                vpc: vpc-0a1b2c3d4e5f60718
                acount: "111122223333"
                loadBalancers:
                  public:
                    scheme: public
                    subnets: subnet-0aa11111111111111
                    ingressCidrs: [0.0.0.0/0]
                    listeners: {}
                clusters:
                  blue:
                    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
                    bindings:
                      - loadBalancer: publc
                        service: { namespace: web, name: web, port: 0 }
                      - service: { namespace: web, name: web, port: 80 }
                    nodeGroups:
                      default: { instanceTypes: [m7i.large], minSize: "1", maxSize: 2 }
                """,
                "clusters/fleet.yaml"
            );

        parse
            .Should()
            .Throw<FleetException>()
            .WithMessage(
                string.Join(
                    Environment.NewLine,
                    "clusters/fleet.yaml(5,1): acount is not a known key: did you mean 'account'? (E002)",
                    "clusters/fleet.yaml(8,13): loadBalancers.public.scheme must be 'internal' or 'internet-facing', got public (E003)",
                    "clusters/fleet.yaml(9,14): loadBalancers.public.subnets must be a list, got subnet-0aa11111111111111 (E003)",
                    "clusters/fleet.yaml(16,23): clusters.blue.bindings[0].loadBalancer must be the name of a load balancer of this fleet, got 'publc' (E006)",
                    "clusters/fleet.yaml(17,53): clusters.blue.bindings[0].service.port must be between 1 and 65535, got 0 (E005)",
                    "clusters/fleet.yaml(18,9): clusters.blue.bindings[1] must have one of 'loadBalancer' and 'existingTargetGroup', got none (E005)",
                    "clusters/fleet.yaml(20,55): clusters.blue.nodeGroups.default.minSize must be a whole number, got the string '1' (E003)"
                )
            );
    }

    [Theory]
    [InlineData(
        "port: 80\n        protocol",
        "port: eighty\n        protocol",
        "fleet.yaml(13,15): loadBalancers.public.listeners.http.port must be a whole number, got eighty"
    )]
    [InlineData(
        "port: 80\n        protocol",
        "port: 80.5\n        protocol",
        "fleet.yaml(13,15): loadBalancers.public.listeners.http.port must be a whole number, got 80.5"
    )]
    [InlineData(
        "port: 80\n        protocol",
        "port:\n        protocol",
        "fleet.yaml(13,14): loadBalancers.public.listeners.http.port must be a whole number, got nothing"
    )]
    [InlineData("name: shop", "name: [shop]", "fleet.yaml(1,7): name must be a string, got a list")]
    [InlineData("name: shop", "name: ~", "fleet.yaml(1,7): name must be a string, got ~")]
    [InlineData("  cluster: root", "  - root", "fleet.yaml(6,3): argoCd must be a mapping, got a list")]
    [InlineData("delivery: helm", "delivery: terraform", "fleet.yaml(24,15): clusters.blue.delivery must be 'helm' or 'argocd', got terraform")]
    [InlineData("delivery: helm", "deliver: helm", "fleet.yaml(24,5): clusters.blue.deliver is not a known key: did you mean 'delivery'?")]
    [InlineData(
        "            weight: 1",
        "            wight: 1",
        "fleet.yaml(19,17): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].wight is not a known key: did you mean 'weight'?"
    )]
    [InlineData(
        "            weight: 1",
        "            share: 1",
        "fleet.yaml(19,17): loadBalancers.public.listeners.http.defaultAction.forward.targetGroups[0].share is not a known key: expected one of "
            + "'cluster', 'binding', 'targetGroup', 'weight'"
    )]
    [InlineData("vpc:", "backend: { local: { path: x } }\nvpc:", "fleet.yaml(4,21): backend.local.path is not a known key: there is none here")]
    [InlineData("vpc: vpc-0a1b2c3d4e5f60718\n", "", "fleet.yaml(1,1): vpc is required")]
    [InlineData("region: eu-west-1", "region: eu-west-1\nregion: eu-west-1", "fleet.yaml(4,1): region is there already, in line 3")]
    public void A_value_of_another_type_is_an_error_at_its_place(string old, string @new, string fault) => SmallFleet.FaultsWith(old, @new).Should().Be(fault);

    [Fact]
    public void A_text_that_nothing_checks_has_a_character() =>
        SmallFleet
            .FaultsWith(
                "        protocol: HTTP\n        defaultAction:\n          forward:\n",
                "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/1\n        defaultAction:\n"
                    + "          forward:\n            authenticate:\n              scope: ''\n              cognito:\n"
                    + "                userPool: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_EXAMPLE12\n"
                    + "                userPoolClientId: shop\n                userPoolDomain: shop\n"
            )
            .Should()
            .Be(
                "fleet.yaml(19,22): loadBalancers.public.listeners.http.defaultAction.forward.authenticate.scope must have at least one character, or be "
                    + "left out"
            );

    [Theory]
    [InlineData("", "fleet.yaml(1,1): must hold one YAML document, got none")]
    [InlineData("- a", "fleet.yaml(1,1): must be a mapping, got a list")]
    [InlineData("name: shop\nvpc: { a: 1\nregion: b\n", "fleet.yaml(2,9): is not valid YAML: near this place, a '{' or a '[' is not closed")]
    [InlineData("name: [", "fleet.yaml(2,1): is not valid YAML: While parsing a node, did not find expected node content.")]
    public void A_file_of_another_kind_is_one_fault(string text, string fault)
    {
        var parse = () => FleetFile.Parse(text);

        parse.Should().Throw<FleetException>().Which.Faults.Should().ContainSingle().Which.ToString().Should().Match(fault);
    }

    [Theory]
    [InlineData("  c{0}: 1\n")] // of another type
    [InlineData("  c{0}: {{}}\n")] // refused by the checks
    [InlineData("  c0: 1\n")] // there already
    public void The_search_for_errors_ends_where_nobody_reads_them(string entry)
    {
        var clusters = string.Concat(Enumerable.Range(0, 3_000).Select(number => string.Format(CultureInfo.InvariantCulture, entry, number)));
        var parse = () => FleetFile.Parse($"name: shop\nclusters:\n{clusters}");

        var faults = parse.Should().Throw<FleetException>().Which.Faults;
        faults.Should().HaveCount(2_001);
        faults.Should().ContainSingle(fault => fault.Message == "has more than 2000 errors, and the others are not listed");
    }

    [Fact]
    public void A_missing_file_is_named_as_given()
    {
        var read = () => FleetFile.Read("no/such/fleet.yaml");

        read.Should().Throw<FleetException>().WithMessage("no/such/fleet.yaml: there is no such file: name a fleet file, or run where 'fleet.yaml' is (E001)");
    }
}
