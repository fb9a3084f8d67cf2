using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Changes that Terraform makes by replacing or destroying something that must live, or that AWS refuses half-way.</summary>
public class ReplacementChecksTests
{
    private const string LoadBalancer = "  public:\n";
    private const string Listener = "      http:\n        port: 80\n";
    private const string Cidrs = "    ingressCidrs: [0.0.0.0/0]\n";
    private const string Forward = "          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1\n";
    private const string Blue = "  blue:\n";
    private const string Binding = "      - loadBalancer: public\n";
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333";
    private const string Adopted = Binding + "        targetGroup: { adopt: " + Arn + ":targetgroup/old/73e2d6bc24d8a067 }\n";
    private const string Protected = "; see docs/troubleshooting.md#a-load-balancer-would-be-replaced";
    private const string Owner = "; see docs/troubleshooting.md#existing-is-added-or-removed";

    [Theory]
    [InlineData(
        "name: shop\n",
        "name: store\n",
        "name must be 'shop', as deployed: the name of a load balancer cannot be changed, and Terraform would replace it, got 'store'" + Protected
    )]
    [InlineData(
        LoadBalancer,
        LoadBalancer + "    scheme: internet-facing\n",
        "loadBalancers.public.scheme must be 'internal', as deployed: AWS cannot change it, and the load balancer is protected from being replaced, got "
            + "'internet-facing'"
            + Protected
    )]
    [InlineData(
        Cidrs,
        "    securityGroups: [sg-0a1b2c3d4e5f60718]\n",
        "loadBalancers.public.securityGroups must be left out, as deployed: rules of cluster 'blue' refer to the load balancer's own security group, which "
            + "AWS does not delete before they are changed; see docs/troubleshooting.md#dependencyviolation"
    )]
    [InlineData(
        Blue,
        Blue + "    encryptionKey: arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555\n",
        "",
        "clusters.blue.encryptionKey must be 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555', as deployed: EKS neither changes "
            + "nor removes the key of a cluster, and Terraform would replace the cluster"
    )]
    [InlineData(
        Blue,
        Blue + "    authenticationMode: API_AND_CONFIG_MAP\n",
        "clusters.blue.authenticationMode must be 'API', as deployed: EKS does not go back, got 'API_AND_CONFIG_MAP'",
        ""
    )]
    [InlineData(
        "        protocol: HTTP\n",
        "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555\n",
        "",
        "loadBalancers.public.listeners.http.protocol must be 'HTTPS', as deployed: AWS refuses the TLS policy that Terraform keeps, got 'HTTP'; see "
            + "docs/troubleshooting.md#an-https-listener-becomes-http"
    )]
    [InlineData(
        "vpc:",
        "iam: { path: /platform/ }\nvpc:",
        "iam.path must be '/', as deployed: Terraform would replace every cluster with its role, got '/platform/'",
        "iam.path must be '/platform/', as deployed: Terraform would replace every cluster with its role, got '/'"
    )]
    [InlineData(
        Binding,
        Adopted,
        "clusters.blue.bindings[0].targetGroup.adopt must be left out, or be of 'shop-blue-a9bf3334', which is deployed here: Terraform imports nothing in the "
            + "place of what it has, got '"
            + Arn
            + ":targetgroup/old/73e2d6bc24d8a067'; adopt it under another name"
    )]
    [InlineData(
        "    delivery: helm\n",
        "    existing: true\n",
        "clusters.blue.existing must be false, as deployed: Terraform would destroy the cluster that it created" + Owner,
        "clusters.blue.existing must be true, as deployed: Terraform would create a cluster that exists" + Owner
    )]
    public void Is_refused(string old, string @new, string there, string? back = null)
    {
        var (one, other) = (SmallFleet.Text, SmallFleet.TextWith(old, @new));

        ChangeFaults.LinesOf(one, other).Should().Be(there);
        if (back is not null)
        {
            ChangeFaults.LinesOf(other, one).Should().Be(back);
        }
    }

    [Theory]
    [InlineData("protocol: HTTPS", "protocol must be 'HTTP'", "got 'HTTPS'")]
    [InlineData("port: 8080", "port must be '80'", "got '8080'")]
    public void An_adopted_target_group_is_not_replaced_because_another_one_cannot_have_its_name(string key, string fault, string got)
    {
        var adopted = SmallFleet.TextWith(Binding, Adopted);

        ChangeFaults
            .LinesOf(adopted, adopted.Replace("73e2d6bc24d8a067 }", $"73e2d6bc24d8a067, {key} }}", StringComparison.Ordinal))
            .Should()
            .Be(
                $"clusters.blue.bindings[0].targetGroup.{fault}, as deployed: AWS changes it for no target group, and a second one cannot have the name "
                    + $"'old' of the adopted one, {got}; bind another target group under another name"
            );
    }

    [Fact]
    public void An_eks_capability_stays_in_its_cluster_unless_it_gets_a_role_of_its_own()
    {
        const string role = "  capabilityRole: arn:aws:iam::111122223333:role/one\n";
        var inRoot = SmallFleet.TextWith("argoCd:\n", "argoCd:\n" + role);
        var inBlue = inRoot.Replace("  cluster: root\n", "  cluster: blue\n", StringComparison.Ordinal);

        ChangeFaults
            .LinesOf(inRoot, inBlue)
            .Should()
            .Be(
                "argoCd.cluster must be 'root', as deployed, or have another 'capabilityRole' beside it: an EKS Capability stays in its cluster, so the other "
                    + "cluster gets one of its own, and the access entries of this role are there already, got 'blue'"
            );
        ChangeFaults.LinesOf(inRoot, inBlue.Replace("role/one", "role/two", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("subnet-0aa11111111111111, subnet-0bb22222222222222, subnet-0cc33333333333333", true)]
    [InlineData("subnet-0aa11111111111111, subnet-0cc33333333333333", false)]
    public void Subnet_mappings_are_added_or_taken_away_and_not_exchanged(string mappings, bool isAccepted)
    {
        const string subnets = "    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingress";
        var mapped = SmallFleet.TextWith(subnets, subnets.Replace("subnets:", "subnetMappings:", StringComparison.Ordinal));

        ChangeFaults
            .LinesOf(mapped, mapped.Replace("subnet-0aa11111111111111, subnet-0bb22222222222222", mappings, StringComparison.Ordinal))
            .Should()
            .Be(
                isAccepted
                    ? string.Empty
                    : "loadBalancers.public.subnetMappings must get other subnets in one change and lose subnets in another: Terraform would replace the "
                        + "load balancer, which is protected; 'subnets' can be exchanged"
            );
    }

    [Fact]
    public void Without_any_protection_a_load_balancer_may_be_replaced()
    {
        var bare = SmallFleet.TextWith(LoadBalancer, LoadBalancer + "    deletionProtection: false\n    preventDestroy: false\n");

        ChangeFaults.LinesOf(bare, bare.Replace(LoadBalancer, LoadBalancer + "    scheme: internet-facing\n", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("CONFIG_MAP", "API_AND_CONFIG_MAP", "")]
    [InlineData("API_AND_CONFIG_MAP", "API", "")]
    [InlineData(
        "CONFIG_MAP",
        "API",
        "clusters.root.authenticationMode must be 'API_AND_CONFIG_MAP' before it is 'API': EKS changes it step by step, and 'CONFIG_MAP' is deployed"
    )]
    public void The_authentication_mode_changes_step_by_step(string deployed, string mode, string fault)
    {
        string With(string each) => SmallFleet.TextWith("  root:\n", $"  root:\n    authenticationMode: {each}\n");

        ChangeFaults.LinesOf(With(deployed), With(mode)).Should().Be(fault);
    }

    [Fact]
    public void A_listener_takes_the_port_of_another_one_only_after_that_gave_it_up()
    {
        const string taken =
            "loadBalancers.public.listeners.web.port must not be 80 yet, which listener 'http' has until this change is applied: Terraform changes "
            + "listeners in parallel, and AWS refuses a port that is in use; see docs/troubleshooting.md#duplicatelistener";
        var renamed = SmallFleet.TextWith(Listener, Listener.Replace("http", "web", StringComparison.Ordinal));
        var moved = renamed.Replace("port: 80\n        protocol", "port: 81\n        protocol", StringComparison.Ordinal);
        var other = renamed.Replace("cluster: blue\n                weight: 1", "cluster: blue\n                weight: 2", StringComparison.Ordinal);

        ChangeFaults.LinesOf(SmallFleet.Text, other).Should().Be(taken);
        ChangeFaults.LinesOf(SmallFleet.Text, moved).Should().BeEmpty();
        ChangeFaults.LinesOf(moved, renamed).Should().BeEmpty();
    }

    [Fact]
    public void What_is_adopted_stays_under_its_name()
    {
        var adopted = SmallFleet.TextWith(Cidrs, $"    adopt: {Arn}:loadbalancer/app/old/50dc6c495c0c9188\n    securityGroups: [sg-0a1b2c3d4e5f60718]\n");

        // Another fleet has it under another name, with other settings.
        ChangeFaults
            .LinesOf(
                adopted,
                adopted
                    .Replace("  public:", "  edge:\n    http2: false", StringComparison.Ordinal)
                    .Replace("loadBalancer: public", "loadBalancer: edge\n        name: web", StringComparison.Ordinal)
            )
            .Should()
            .Contain(
                $"loadBalancers.edge.adopt must stay at 'loadBalancers.public', as deployed: Terraform would destroy there what it imports here, got '{Arn}"
                    + ":loadbalancer/app/old/50dc6c495c0c9188'; see docs/troubleshooting.md#what-is-adopted-gets-another-name"
            );
    }

    [Fact]
    public void An_adopted_target_group_leaves_its_forwards_before_the_fleet()
    {
        var adopted = SmallFleet.TextWith(Binding, Adopted);

        ChangeFaults
            .LinesOf(adopted, adopted.Replace(Adopted, Binding + "        name: other\n        targetGroup: { port: 8080 }\n", StringComparison.Ordinal))
            .Should()
            .Be(
                "loadBalancers.public.listeners must not forward to binding 'public' of cluster 'blue' any more before it is removed, as the deployed fleet "
                    + "does: Terraform would destroy the adopted target group 'old' first, which AWS refuses; remove it from every forward, and apply that"
            );
    }

    [Fact]
    public void Somebody_elses_controller_is_not_in_a_cluster_that_is_new()
    {
        const string theirs = "    delivery: helm\n    controller: { install: false }\n";
        var without = SmallFleet
            .Text[..SmallFleet.Text.IndexOf(Blue, StringComparison.Ordinal)]
            .Replace(Forward, "            fixedResponse: { statusCode: 404 }\n", StringComparison.Ordinal);

        ChangeFaults
            .LinesOf(without, SmallFleet.TextWith("    delivery: helm\n", theirs))
            .Should()
            .Be(
                "clusters.blue.bindings must be left out until the cluster is created and somebody has installed the controller in it, as 'install: false' says"
            );
    }

    [Theory]
    [InlineData("delivery: helm", "delivery: helm", "install: false, role: theirs", "")]
    [InlineData(
        "delivery: helm",
        "delivery: helm",
        "install: false",
        "clusters.blue.controller must have 'role' beside 'install: false': the controller in the cluster loses the role that it has now, so it needs "
            + "another one first"
    )]
    [InlineData("delivery: argocd", "delivery: argocd", "install: false, role: theirs", "")]
    [InlineData(
        "delivery: argocd\n    registration: { onRemoval: delete }",
        "delivery: argocd",
        "install: false, role: theirs",
        "clusters.blue.controller must have 'install: true', as deployed, while 'registration.onRemoval' is 'delete': Argo CD would remove the cluster's "
            + "Application with all bindings; deploy 'onRemoval: keep' first"
    )]
    public void A_controller_that_is_handed_over_keeps_a_role_and_the_bindings(string before, string delivery, string controller, string expected)
    {
        const string cluster = "    delivery: helm\n";
        var installing = SmallFleet.TextWith(cluster, $"    {before}\n");
        var theirs = SmallFleet.TextWith(cluster, $"    {delivery}\n    controller: {{ {controller} }}\n");

        ChangeFaults.LinesOf(installing, theirs).Should().Be(expected);
    }

    [Theory]
    [InlineData(LoadBalancer, "    attributes: { preserveHostHeader: true }\n", "    attributes: {}\n", "loadBalancers.public.attributes")]
    [InlineData(Listener, "        headers: { server: false }\n", "        headers: {}\n", "loadBalancers.public.listeners.http.headers")]
    [InlineData(
        Listener,
        "        rules:\n          - { name: a, paths: [/a], transforms: { url: { regex: a, replace: b } }, redirect: { host: b } }\n",
        "        rules:\n          - { name: a, paths: [/a], transforms: {}, redirect: { host: b } }\n",
        "loadBalancers.public.listeners.http.rules[0].transforms"
    )]
    public void What_terraform_owned_goes_back_to_its_defaults_before_it_is_left_out(string part, string said, string empty, string path)
    {
        var with = SmallFleet.TextWith(part, part + said);
        var without = SmallFleet.TextWith(
            part,
            part + (said.Contains("rules", StringComparison.Ordinal) ? "        rules:\n          - { name: a, paths: [/a], redirect: { host: b } }\n" : "")
        );
        var emptied = SmallFleet.TextWith(part, part + empty);

        ChangeFaults
            .LinesOf(with, without)
            .Should()
            .Be($"{path} must be '{{}}' first, and can be left out once that is applied: without it Terraform leaves what was deployed as it is");
        ChangeFaults.LinesOf(with, emptied).Should().BeEmpty();
        ChangeFaults.LinesOf(emptied, without).Should().BeEmpty();
        ChangeFaults.LinesOf(without, with).Should().BeEmpty();
    }
}
