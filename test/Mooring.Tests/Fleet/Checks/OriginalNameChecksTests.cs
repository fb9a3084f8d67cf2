using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Two parts of a fleet with one original name would be the same in AWS.</summary>
public class OriginalNameChecksTests
{
    private const string Subnets = "subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]";
    private const string NodeGroup = "      default: {";
    private const string Group = " instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";
    private const string Binding = "      - { loadBalancer: public, service: { namespace: web, name: web, port: 80 }";

    [Theory]
    [InlineData(
        "  blue:\n",
        $"  green: {{ renamed: blue, {Subnets} }}\n  blue:\n",
        "clusters.green.renamed must be the first name of no other cluster, but it is that of 'clusters.blue', too: both would be the same in AWS, got 'blue'"
    )]
    [InlineData(
        "  blue:\n",
        $"  green: {{ renamed: red, {Subnets} }}\n  white: {{ renamed: red, {Subnets} }}\n  blue:\n",
        "clusters.white.renamed must be the first name of no other cluster, but it is that of 'clusters.green', too: both would be the same in AWS, got 'red'"
    )]
    [InlineData(
        "  blue:\n",
        $"  green: {{ renamed: Blue, {Subnets} }}\n  blue:\n",
        "clusters.blue must differ from cluster 'green' in more than case: the names of their roles would be the same to IAM"
    )]
    [InlineData("  blue:\n", "  blue:\n    renamed: blue\n", "clusters.blue.renamed must be left out: 'blue' is the name that the cluster has")]
    [InlineData(
        "  public:\n",
        $"  edge: {{ renamed: public, {Subnets}, ingressCidrs: [0.0.0.0/0], listeners: {{}} }}\n  public:\n",
        "loadBalancers.edge.renamed must be the first name of no other load balancer, but it is that of 'loadBalancers.public', too: both would be the same in "
            + "AWS, got 'public'"
    )]
    [InlineData(
        NodeGroup,
        $"      workers: {{ renamed: default,{Group}{NodeGroup}",
        "clusters.blue.nodeGroups.workers.renamed must be the first name of no other node group, but it is that of 'clusters.blue.nodeGroups.default', too: "
            + "both would be the same in AWS, got 'default'"
    )]
    [InlineData(
        "    nodeGroups:\n",
        "    version: '1.34'\n    selfManagedNodeGroups:\n      pool: { renamed: default, instanceType: m7i.large, minSize: 1, maxSize: 2 }\n    nodeGroups:\n",
        "clusters.blue.selfManagedNodeGroups.pool.renamed must have another name than a managed node group of the cluster: their roles would have the same name"
    )]
    [InlineData(
        "                weight: 1\n",
        "                binding: public\n                weight: 1\n",
        "clusters.blue.bindings[0].renamed must be the first name of no other binding, but it is that of 'clusters.blue.bindings[1]', too: both would be the "
            + "same in AWS, got 'public'",
        "    bindings:\n",
        $"    bindings:\n{Binding}, name: web, renamed: public }}\n"
    )]
    [InlineData(
        "      http:\n",
        "      web: { renamed: http, port: 81, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }\n      http:\n",
        "loadBalancers.public.listeners.web.renamed must be a name that no listener of its load balancer has any more, got 'http'"
    )]
    [InlineData(
        "      http:\n",
        "      web: { renamed: old, port: 81, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }\n      http:\n        renamed: old\n",
        "loadBalancers.public.listeners.http.renamed must be unique in its load balancer, got 'old' again"
    )]
    public void Is_refused(string old, string @new, string fault, string alsoOld = "vpc:", string alsoNew = "vpc:") =>
        SmallFleet.FaultsWith((old, @new), (alsoOld, alsoNew)).Split(": ", 2)[1].Should().Be(fault);

    [Theory]
    [InlineData("  blue:\n", $"  green: {{ renamed: red, {Subnets} }}\n  red: {{ renamed: green, {Subnets} }}\n  blue:\n")]
    [InlineData(NodeGroup, "      workers: { renamed: default,")]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - { loadBalancer: public, name: web, renamed: public, service: { namespace: a, name: b, port: 80 } }\n"
            + "      - loadBalancer: public\n        name: public\n        renamed: web\n"
    )]
    public void Is_accepted(string old, string @new) =>
        SmallFleet
            .FaultsWith(
                (old, @new),
                (
                    "                weight: 1\n",
                    $"                weight: 1\n{(old == "      - loadBalancer: public\n" ? "                binding: public\n" : "")}"
                )
            )
            .Should()
            .BeEmpty();

    /// <summary>What is too long for AWS is the original name.</summary>
    [Fact]
    public void The_name_of_a_load_balancer_in_aws_is_checked_where_it_comes_from()
    {
        var original = new string('x', 30);

        SmallFleet
            .FaultsWith(("  public:\n", $"  edge:\n    renamed: {original}\n"), ("loadBalancer: public", "loadBalancer: edge"))
            .Should()
            .Contain("loadBalancers.edge.renamed gives a load balancer whose name must be 1 to 32 letters");
    }
}
