using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>What two places of a fleet name in AWS is one thing, or an error that names both.</summary>
public class NamedTwiceChecksTests
{
    private const string LoadBalancers = "loadBalancers:\n";
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333";
    private const string Adopted = $"{Arn}:loadbalancer/app/old/50dc6c495c0c9188";
    private const string Network = "subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222], securityGroups: [sg-0a1b2c3d4e5f60718]";
    private const string Blue = "  blue:\n";
    private const string Nodes = "      default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }\n";

    [Theory]
    [InlineData(
        "  one: { existing: web }\n  two: { existing: web }\n",
        "loadBalancers.two.existing must be another load balancer than 'loadBalancers.one', got 'web' again"
    )]
    [InlineData(
        "  theirs: { existing: shop-public }\n",
        "loadBalancers.public must be another load balancer than 'loadBalancers.theirs', got 'shop-public' again"
    )]
    [InlineData(
        $"  one: {{ adopt: '{Adopted}', {Network} }}\n  two: {{ adopt: '{Adopted}', {Network} }}\n",
        "loadBalancers.two.adopt must be another load balancer than 'loadBalancers.one', got 'old' again"
    )]
    public void A_load_balancer_has_one_entry(string others, string fault) =>
        SmallFleet.FaultsWith(LoadBalancers, LoadBalancers + others).Should().Contain(fault);

    [Theory]
    [InlineData("region: us-east-1, ", true)]
    [InlineData("", false)]
    public void Two_regions_may_have_load_balancers_of_one_name(string region, bool isAllowed)
    {
        var locations = $"locations: {{ far: {{ {region}vpc: vpc-0f1e2d3c4b5a69788 }} }}\n";
        const string others = "  one: { existing: web, listeners: {} }\n  two: { existing: web, location: far, listeners: {} }\n";

        SmallFleet
            .FaultsWith(LoadBalancers, $"{locations}{LoadBalancers}{others}")
            .Should()
            .EndWith(isAllowed ? string.Empty : "loadBalancers.two.existing must be another load balancer than 'loadBalancers.one', got 'web' again")
            .And.Match(faults => faults.Length == 0 == isAllowed);
    }

    [Fact]
    public void A_target_group_is_adopted_once()
    {
        const string group = $"{{ adopt: '{Arn}:targetgroup/web/73e2d6bc24d8a067' }}";

        SmallFleet
            .FaultsWith("    ingressCidrs:", $"    targetGroups: {{ a: {group}, b: {group} }}\n    ingressCidrs:")
            .Should()
            .Contain("loadBalancers.public.targetGroups.b.adopt must be adopted once, and 'loadBalancers.public.targetGroups.a' adopts it, too, got ");
    }

    [Theory]
    [InlineData("app/old/50dc6c495c0c9188/f2f7dc8efc522ab2", "")]
    [InlineData("app/other/0123456789abcdef/f2f7dc8efc522ab2", "old.listeners.http.adopt must be of the load balancer that is adopted, ")]
    public void An_adopted_listener_is_of_the_adopted_load_balancer(string listener, string fault)
    {
        var old =
            $"  old:\n    adopt: {Adopted}\n    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    securityGroups: [sg-0a1b2c3d4e5f60718]\n"
            + $"    listeners: {{ http: {{ adopt: '{Arn}:listener/{listener}', port: 80, protocol: HTTP, "
            + "defaultAction: { fixedResponse: { statusCode: 404 } } } }\n";

        SmallFleet.FaultsWith(LoadBalancers, LoadBalancers + old).Should().Match(text => fault.Length == 0 ? text.Length == 0 : text.Contains(fault));
    }

    [Theory]
    [InlineData("argoCd:\n", "argoCd:\n  capabilityRole: arn:aws:iam::111122223333:role/cap\n", "  root:\n", "role/cap", "the EKS capability for Argo CD")]
    [InlineData("argoCd:\n", "argoCd:\n  capabilityRole: arn:aws:iam::111122223333:role/cap\n", Blue, "role/cap", "the EKS capability for Argo CD")]
    [InlineData("vpc:", "vpc:", Blue, "role/blue-argocd-access", "the role that Argo CD assumes")]
    [InlineData("vpc:", "vpc:", Blue, "role/blue-default-16423567-eks-node", "the role of nodes")]
    public void A_principal_has_one_access_entry(string old, string @new, string cluster, string role, string owner) =>
        SmallFleet
            .FaultsWith((old, @new), (cluster, $"{cluster}    accessEntries: {{ x: {{ principal: 'arn:aws:iam::111122223333:{role}' }} }}\n"))
            .Should()
            .Contain($".accessEntries.x.principal must be left out: {owner} has an access entry already, got 'arn:aws:iam::111122223333:{role}'");

    [Fact]
    public void Node_groups_whose_cut_names_are_one_are_told_apart_earlier()
    {
        var name = new string('n', 56);

        SmallFleet
            .FaultsWith(Nodes, Nodes.Replace("default", $"{name}x") + Nodes.Replace("default", $"{name}y"))
            .Should()
            .Contain($"clusters.blue.nodeGroups.{name}y must differ from node group '{name}x' in the first 54 characters: both would be '");
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(36, true)]
    public void Controllers_of_other_accounts_fit_into_one_trust_policy(int count, bool isFaulty)
    {
        var arns = string.Join(", ", Enumerable.Range(0, count).Select(number => $"'arn:aws:iam::444455556666:role/c{number}-aws-lb-controller'"));
        var roles =
            "    targetGroups: { web: { shared: true, targetType: ip } }\n"
            + $"    crossAccountRoles: {{ p: {{ externalId: abc, targetGroups: [web], controllers: [{arns}] }} }}\n";

        var faults = SmallFleet.FaultsWith("    ingressCidrs:", $"{roles}    ingressCidrs:");

        faults.Contains("crossAccountRoles.p.controllers give the role a trust policy that must have at most 2048 characters").Should().Be(isFaulty, faults);
    }

    [Fact]
    public void A_certificate_is_listed_once()
    {
        const string first = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";
        const string second = "arn:aws:acm:eu-west-1:111122223333:certificate/66666666-7777-8888-9999-000000000000";

        SmallFleet
            .FaultsWith("protocol: HTTP\n", $"protocol: HTTPS\n        certificate: {first}\n        additionalCertificates: [{second}, {second}, {first}]\n")
            .Should()
            .Contain($"additionalCertificates[1] must be unique in its listener, got '{second}' again")
            .And.Contain($"additionalCertificates[2] must be unique in its listener, got '{first}' again");
    }

    [Theory]
    [InlineData("s3: { bucket: 'NOT A BUCKET!' }", "backend.s3.bucket must be the name of an S3 bucket")]
    [InlineData("s3: { bucket: my-states, keyPrefix: /states }", "backend.s3.keyPrefix must be letters, digits")]
    [InlineData("s3: { bucket: my-states, region: Ireland }", "backend.s3.region must be an AWS region")]
    [InlineData("cloud: { organization: my org }", "backend.cloud.organization must be 3 to 40 letters")]
    [InlineData("cloud: { organization: example, project: ' x' }", "backend.cloud.project must be 3 to 40 letters")]
    public void A_backend_has_a_name_that_it_accepts(string backend, string fault) =>
        SmallFleet.FaultsWith("vpc:", $"backend: {{ {backend} }}\nclusterAuthentication: token\nvpc:").Should().Contain(fault);
}
