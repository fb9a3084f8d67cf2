using FluentAssertions;
using Mooring.Fleet;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Stacks;

/// <summary>Existing load balancers: adopted, or only looked up.</summary>
public class PetsTests : FleetStackTest
{
    private const string LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/legacy-shop/50dc6c495c0c9188";
    private const string ListenerArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/legacy-shop/50dc6c495c0c9188/f2f7dc8efc522ab2";
    private const string TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/legacy-blue/73e2d6bc24d8a067";

    private static FleetSpec Adopted =>
        Fleet(
            ("    ingressCidrs: [0.0.0.0/0]\n", $"    adopt: {LoadBalancerArn}\n    securityGroups: [sg-0a1b2c3d4e5f60718]\n"),
            ("        port: 80\n        protocol", $"        adopt: {ListenerArn}\n        port: 80\n        protocol"),
            ("        service:", $"        targetGroup: {{ adopt: \"{TargetGroupArn}\" }}\n        service:")
        );

    private static FleetSpec Existing =>
        Fleet(
            ("    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingressCidrs: [0.0.0.0/0]\n", "    existing: legacy-shop\n"),
            (
                "        protocol: HTTP\n        defaultAction:\n          forward:\n            targetGroups:\n              - cluster: blue\n"
                    + "                weight: 1\n",
                "        rules:\n          - { name: shop, priority: 100, hosts: [shop.example.com], forward: { targetGroups: [{ cluster: blue }] } }\n"
            )
        );

    [Fact]
    public void Adopted_resources_are_imported_under_their_names()
    {
        var synthesized = LoadBalancer(Adopted);

        synthesized
            .Imports.Should()
            .BeEquivalentTo([
                ("aws_lb.LoadBalancer", LoadBalancerArn),
                ("aws_lb_listener.Listener-http", ListenerArn),
                (synthesized.AddressOf("aws_lb_target_group"), TargetGroupArn),
            ]);
        synthesized.Should().HaveResource("aws_lb", """{ "name": "legacy-shop" }""");
        synthesized.Should().HaveResource("aws_lb_target_group", """{ "name": "legacy-blue" }""");
    }

    [Fact]
    public void Clusters_look_up_an_adopted_target_group_and_allow_the_load_balancers_security_group()
    {
        Binding(Adopted).Should().HaveData("aws_lb_target_group", """{ "name": "legacy-blue" }""");
        Cluster(Adopted)
            .Should()
            .HaveResource(
                "aws_vpc_security_group_ingress_rule",
                """
                {
                  "referenced_security_group_id": "sg-0a1b2c3d4e5f60718"
                }
                """
            );
    }

    [Fact]
    public void For_an_existing_load_balancer_terraform_manages_only_rules_and_target_groups()
    {
        var synthesized = LoadBalancer(Existing);

        synthesized.ResourceTypes.Should().BeEquivalentTo("aws_lb_listener_rule", "aws_lb_target_group");
        synthesized.Should().HaveData("aws_lb", """{ "name": "legacy-shop" }""");
        synthesized.Should().HaveData("aws_lb_listener", """{ "load_balancer_arn": "${data.aws_lb.LoadBalancer.arn}" }""");
        synthesized.Should().HaveResource("aws_lb_listener_rule", """{ "listener_arn": "${data.aws_lb_listener.Listener-http.arn}" }""");
    }

    [Fact]
    public void Clusters_allow_the_security_group_of_an_existing_load_balancer() =>
        Cluster(Existing).Resource("aws_vpc_security_group_ingress_rule")["referenced_security_group_id"]!
            .GetValue<string>()
            .Should()
            .MatchRegex(@"^\$\{one\(tolist\(data\.aws_lb\.LoadBalancer-public_LoadBalancer_[0-9A-F]{8}\.security_groups\)\)\}$");

    [Fact]
    public void A_target_group_can_belong_to_several_clusters()
    {
        var fleet = Fleet(
            ("    listeners:\n", "    targetGroups:\n      web: { shared: true, port: 8080 }\n    listeners:\n"),
            ("- cluster: blue\n", "- targetGroup: web\n"),
            ("        service:", "        targetGroupRef: web\n        service:")
        );

        var targetGroup = LoadBalancer(fleet).Resource("aws_lb_target_group", "SharedTargetGroup-web");
        targetGroup["name"]!.GetValue<string>().Should().StartWith("shop-web-");
        Binding(fleet).Data("aws_lb_target_group")["name"]!.GetValue<string>().Should().Be(targetGroup["name"]!.GetValue<string>());
        Binding(fleet).Resource("helm_release", "Bindings")["values"]![0]!.GetValue<string>().Should().Contain("\"multiClusterTargetGroup\" = true");
    }
}
