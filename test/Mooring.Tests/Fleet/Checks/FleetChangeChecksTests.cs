using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Changes that a living cluster refuses, or that would deregister its targets.</summary>
public class FleetChangeChecksTests
{
    private const string Service = "namespace: ingress-nginx";
    private const string Helm = "delivery: helm";

    [Theory]
    [InlineData(
        Service,
        "namespace: web",
        "clusters.blue.bindings[0].service.namespace must be 'ingress-nginx', as deployed: the controller refuses a second TargetGroupBinding of target "
            + "group 'shop-blue-a9bf3334', got 'web'; see docs/troubleshooting.md#a-binding-that-moves"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        reference: name\n",
        "clusters.blue.bindings[0] must keep its TargetGroupBinding 'shop-blue-a9bf3334', as deployed: the controller refuses a second one of target group "
            + "'shop-blue-a9bf3334', got 'shop-blue-a9bf3334-*'; see docs/troubleshooting.md#a-binding-that-moves"
    )]
    [InlineData(
        Helm,
        "delivery: argocd",
        "clusters.blue.delivery must be 'helm', as deployed, or have 'handoverFrom: helm' beside it, which keeps all targets registered, got 'argocd'"
    )]
    [InlineData(
        "vpc:",
        "controller: { version: \"2.13.4\" }\nvpc:",
        "controller must not be older than the deployed one in cluster 'blue', which is chart 3.5.0: its custom resource definitions stay, got chart "
            + "1.13.4; see docs/troubleshooting.md#a-downgrade-of-the-controller"
    )]
    [InlineData(
        Helm,
        "delivery: helm\n    controller: { chartVersion: 3.4.0 }",
        "clusters.blue.controller must not be older than the deployed one in cluster 'blue', which is chart 3.5.0: its custom resource definitions stay, "
            + "got chart 3.4.0; see docs/troubleshooting.md#a-downgrade-of-the-controller"
    )]
    public void Is_refused(string old, string @new, string fault) =>
        ChangeFaults.LinesOf(SmallFleet.Text, SmallFleet.TextWith(old, @new)).Should().Match(fault);

    [Theory]
    [InlineData("name: ingress-nginx-controller", "name: other")]
    [InlineData("port: 80\n        protocol", "port: 81\n        protocol")]
    [InlineData(Helm, "delivery: argocd\n    handoverFrom: helm")]
    [InlineData("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroup: { port: 8080 }\n")]
    [InlineData("      - loadBalancer: public\n", "      - loadBalancer: public\n        networking: { ingress: [{}] }\n")]
    public void Is_accepted(string old, string @new) => ChangeFaults.LinesOf(SmallFleet.Text, SmallFleet.TextWith(old, @new)).Should().BeEmpty();

    [Theory]
    [InlineData("targetPort: 8080", "")]
    [InlineData(
        "targetPort: 9090",
        "clusters.blue.bindings[0].service.targetPort must be 8080, as deployed: the port would be closed while pods still listen on it, got 9090; see "
            + "docs/troubleshooting.md#a-targetport-that-changes"
    )]
    public void Pods_keep_the_port_that_a_load_balancer_reaches_them_on(string port, string fault) =>
        ChangeFaults.LinesOf(Pods("targetPort: 8080"), Pods(port)).Should().Be(fault);

    [Theory]
    [InlineData("1.33", "1.34", "")]
    [InlineData("1.33", "1.33", "")]
    [InlineData(
        "1.33",
        "1.35",
        "clusters.blue.version must be '1.34' before it is '1.35': EKS upgrades a cluster by one minor version at a time, and '1.33' is deployed"
    )]
    [InlineData("1.33", "1.32", "clusters.blue.version must not be older than the deployed '1.33': EKS does not downgrade a cluster, got '1.32'")]
    public void A_control_plane_goes_up_by_one_minor_version(string deployed, string version, string fault) =>
        ChangeFaults.LinesOf(Versioned(deployed), Versioned(version)).Should().Be(fault);

    [Theory]
    [InlineData("1.33", "1.35")]
    [InlineData("1.33", "1.32")]
    public void Nodes_of_an_existing_cluster_are_replaced_and_may_have_any_version(string deployed, string version) =>
        ChangeFaults.LinesOf(Versioned(deployed, "existing: true"), Versioned(version, "existing: true")).Should().BeEmpty();

    [Fact]
    public void A_newer_controller_is_accepted_and_an_older_one_is_not()
    {
        var older = SmallFleet.TextWith("vpc:", "controller: { version: \"2.13.4\" }\nvpc:");

        ChangeFaults.LinesOf(older, SmallFleet.Text).Should().BeEmpty();
        ChangeFaults.LinesOf(older, SmallFleet.TextWith("vpc:", "controller: { version: \"2.12.0\" }\nvpc:")).Should().Contain("controller must not be older");
    }

    [Fact]
    public void A_binding_of_a_shared_target_group_moves_with_its_service()
    {
        var shared = SmallFleet.TextWith("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroup: { shared: true }\n");

        ChangeFaults.LinesOf(shared, shared.Replace(Service, "namespace: web", StringComparison.Ordinal)).Should().BeEmpty();
    }

    /// <summary>The rules in an edit have the conditions of the rule at the same place before it.</summary>
    [Theory]
    [InlineData(
        "x; b",
        "rules[0].name must have 'renamed: a' beside it: rule 'a' of the deployed fleet is the same but for its name, and without 'renamed' Terraform "
            + "destroys it and creates another one, got 'x'"
    )]
    [InlineData("x, renamed: q; b", "rules[0].renamed must be the name of a rule of the deployed listener, got 'q'")]
    [InlineData("b, renamed: a", "rules[0].renamed must be left out: the deployed fleet has rule 'b' already, beside 'a', which this change deletes")]
    [InlineData(
        "a, priority: 20; b, priority: 10",
        "rules[0].priority must not be 20 yet, which rule 'b' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 19, 21; see docs/troubleshooting.md#priorityinuse\n"
            + "rules[1].priority must not be 10 yet, which rule 'a' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 9, 11; see docs/troubleshooting.md#priorityinuse"
    )]
    [InlineData(
        "b; mine, priority: 10",
        "rules[1].priority must not be 10 yet, which rule 'a' has until this change is applied: Terraform changes rules in parallel, and AWS refuses a "
            + "priority that is in use; free nearby: 9, 11; see docs/troubleshooting.md#priorityinuse"
    )]
    [InlineData("a; x, renamed: b", "")]
    [InlineData("a, priority: 10; b, priority: 20", "")]
    [InlineData("a, priority: 5; b, priority: 6", "")]
    [InlineData("b; a", "")]
    [InlineData("b", "")]
    public void Rules_are_compared(string rules, string faults) =>
        ChangeFaults
            .LinesOf(PriorityRecordTests.FleetOf("a", "b"), PriorityRecordTests.FleetOf(rules.Split("; ")))
            .Replace("loadBalancers.public.listeners.http.", string.Empty, StringComparison.Ordinal)
            .Should()
            .Be(faults);

    [Theory]
    [InlineData(
        "      http:\n",
        "      web:\n",
        "loadBalancers.public.listeners.web must have 'renamed: http' in it: listener 'http' of the deployed fleet is the same but for its name, and without "
            + "'renamed' Terraform destroys it and creates another one, got 'web'"
    )]
    [InlineData(
        "      http:\n",
        "      web:\n        renamed: old\n",
        "loadBalancers.public.listeners.web.renamed must be the name of a listener of the deployed load balancer, got 'old'"
    )]
    [InlineData(
        "      default: {",
        "      workers: {",
        "clusters.blue.nodeGroups.workers must have 'renamed: default': node group 'default' of the deployed fleet is the same but for its name, and without "
            + "'renamed' Terraform destroys it and creates another one, got 'workers'; to replace it, remove the old one in a later change"
    )]
    [InlineData(
        "      default: {",
        "      workers: { renamed: old,",
        "clusters.blue.nodeGroups.workers.renamed must be the first name of a node group of the deployed fleet, got 'old'"
    )]
    [InlineData(
        "      - loadBalancer: public\n",
        "      - loadBalancer: public\n        name: web\n",
        "clusters.blue.bindings[0] must have 'renamed: public': binding 'public' of the deployed fleet is the same but for its name, and without 'renamed' "
            + "Terraform destroys it and creates another one, got 'web'; to replace it, remove the old one in a later change"
    )]
    [InlineData(
        "blue",
        "sky",
        "clusters.sky must have 'renamed: blue': cluster 'blue' of the deployed fleet is the same but for its name, and without 'renamed' Terraform destroys "
            + "it and creates another one, got 'sky'; to replace it, remove the old one in a later change"
    )]
    [InlineData(
        "public",
        "edge",
        "loadBalancers.edge must have 'renamed: public': load balancer 'public' of the deployed fleet is the same but for its name, and without 'renamed' "
            + "Terraform destroys it and creates another one, got 'edge'; to replace it, remove the old one in a later change\n"
            + "clusters.blue.bindings[0] must have 'renamed: public': binding 'public' of the deployed fleet is the same but for its name, and without "
            + "'renamed' Terraform destroys it and creates another one, got 'edge'; to replace it, remove the old one in a later change"
    )]
    [InlineData("      http:\n        port: 80", "      web:\n        port: 81", "")]
    [InlineData("      default: { instanceTypes: [m7i.large]", "      workers: { instanceTypes: [m7i.xlarge]", "")]
    public void A_rename_is_stated(string old, string @new, string faults) =>
        ChangeFaults.LinesOf(SmallFleet.Text, SmallFleet.TextWith(old, @new)).Should().Be(faults);

    /// <summary>Each edit is the line of a cluster beside <c>blue</c>, as it is deployed and as it becomes.</summary>
    [Theory]
    [InlineData("a: {", "b: { renamed: a,", "")]
    [InlineData("b: { renamed: a,", "b: { renamed: a,", "")]
    [InlineData("b: { renamed: a,", "c: { renamed: a,", "")]
    [InlineData("b: { renamed: a,", "a: {", "")]
    [InlineData("b: { renamed: a,", "a: { renamed: b,", "a.renamed must be 'a', the first name of cluster 'b' of the deployed fleet, which it keeps, got 'b'")]
    [InlineData("b: { renamed: a,", "c: { renamed: b,", "c.renamed must be 'a', the first name of cluster 'b' of the deployed fleet, which it keeps, got 'b'")]
    [InlineData(
        "b: { renamed: a,",
        "b: {",
        "b must have 'renamed: a', as deployed, as long as it exists: without it Terraform destroys the cluster and creates another one"
    )]
    [InlineData(
        "b: { renamed: a,",
        "c: {",
        "c must have 'renamed: a': cluster 'b' of the deployed fleet is the same but for its name, and without 'renamed' Terraform destroys it and creates "
            + "another one, got 'c'; to replace it, remove the old one in a later change"
    )]
    [InlineData("a: { version: '1.34', ", "b: {", "")]
    [InlineData("a: { existing: true, ", "b: { existing: true, ", "")]
    [InlineData("a: {", "z: { renamed: q,", "z.renamed must be the first name of a cluster of the deployed fleet, got 'q'")]
    public void A_renamed_cluster_keeps_its_first_name(string deployed, string line, string fault) =>
        ChangeFaults.LinesOf(Beside(deployed), Beside(line)).Replace("clusters.", string.Empty, StringComparison.Ordinal).Should().Be(fault);

    [Fact]
    public void A_name_that_is_deployed_already_cannot_be_a_new_one() =>
        ChangeFaults
            .LinesOf(Beside("a: {", "b: { version: '1.34',"), Beside("b: { renamed: a,"))
            .Should()
            .Be("clusters.b.renamed must be left out: the deployed fleet has cluster 'b' already, beside 'a', and this change would delete it");

    [Fact]
    public void Two_clusters_can_swap_their_names() =>
        ChangeFaults.LinesOf(Beside("a: { version: '1.33', ", "b: {"), Beside("b: { renamed: a, version: '1.33',", "a: { renamed: b,")).Should().BeEmpty();

    /// <summary>The checks of a cluster find the deployed one under its first name.</summary>
    [Fact]
    public void A_renamed_cluster_is_compared_with_itself() =>
        ChangeFaults
            .LinesOf(
                Versioned("1.33"),
                Versioned("1.35")
                    .Replace("  blue:\n", "  sky:\n    renamed: blue\n", StringComparison.Ordinal)
                    .Replace(": blue", ": sky", StringComparison.Ordinal)
                    .Replace("renamed: sky", "renamed: blue", StringComparison.Ordinal)
            )
            .Should()
            .StartWith("clusters.sky.version must be '1.34' before it is '1.35'");

    [Theory]
    [InlineData(
        "    adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/www/50dc6c495c0c9188\n",
        "loadBalancers.public must have 'adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/www/50dc6c495c0c9188', as deployed: its "
            + "name in AWS, 'www', is taken from it, and as 'shop-public' Terraform would replace it"
    )]
    [InlineData("    adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188\n", "")]
    public void An_adopted_load_balancer_keeps_the_key_that_has_its_name(string adopt, string fault)
    {
        const string Group = "    securityGroups: [sg-0a1b2c3d4e5f60718]\n";

        ChangeFaults
            .LinesOf(SmallFleet.TextWith("    ingressCidrs: [0.0.0.0/0]\n", adopt + Group), SmallFleet.TextWith("    ingressCidrs: [0.0.0.0/0]\n", Group))
            .Should()
            .Be(fault);
    }

    [Fact]
    public void An_adopted_target_group_keeps_the_key_that_has_its_name()
    {
        const string Adopt = "adopt: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067'";
        static string With(string group) =>
            SmallFleet.TextWith("      - loadBalancer: public\n", $"      - loadBalancer: public\n        targetGroup: {{ {group} }}\n");

        ChangeFaults
            .LinesOf(With(Adopt), With("port: 80"))
            .Should()
            .StartWith("clusters.blue.bindings[0].targetGroup must have 'adopt: arn:")
            .And.NotContain("\n");
    }

    /// <summary>The small fleet with further clusters, each given by the beginning of its line.</summary>
    private static string Beside(params string[] clusters) =>
        SmallFleet.TextWith(
            "  blue:\n",
            $"{string.Concat(clusters.Select(cluster => $"  {cluster} subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444] }}\n"))}  blue:\n"
        );

    [Fact]
    public void A_rename_that_was_applied_may_stay_in_the_file() =>
        ChangeFaults.LinesOf(PriorityRecordTests.FleetOf("x"), PriorityRecordTests.FleetOf("x, renamed: a")).Should().BeEmpty();

    [Fact]
    public void Without_a_record_of_its_own_the_fleet_keeps_the_priorities_of_the_deployed_one()
    {
        var deployed = FleetFile.Parse(PriorityRecordTests.FleetOf("a, priority: 7", "b", "c"));

        FleetFile
            .ParseChange(PriorityRecordTests.FleetOf("a", "c", "new", "b"), deployed)
            .LoadBalancers["public"]
            .Listeners["http"]
            .Rules.Select(rule => rule.Priority)
            .Should()
            .Equal(7, 20, 30, 40);
    }

    [Fact]
    public void Errors_of_the_fleet_itself_come_first() =>
        ChangeFaults
            .LinesOf(SmallFleet.Text, SmallFleet.TextWith(Service, "namespace: Web"))
            .Should()
            .StartWith("clusters.blue.bindings[0].service.namespace must be 1 to 63");

    private static string Versioned(string version, string more = Helm) => SmallFleet.TextWith(Helm, $"version: \"{version}\"\n    {more}");

    private static string Pods(string port) =>
        SmallFleet.TextWith("          port: 80", $"          port: 80\n          {port}\n        targetGroup: {{ targetType: ip }}");
}
