using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>Two values that are legal each, and that AWS, IAM or the controller refuses together.</summary>
public class PairChecksTests
{
    private const string None = "no errors";
    private const string Forward = "              - cluster: blue\n                weight: 1\n";
    private const string FirstBinding = "      - loadBalancer: public\n";
    private const string Service = "service: { namespace: web, name: web, port: 80 }";
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/theirs/0123456789abcdef";

    /// <summary>kubernetes-sigs/aws-load-balancer-controller#2734.</summary>
    [Theory]
    [InlineData("stickiness: { duration: 60 }", "", "is required in a forward to several target groups when one of them is sticky: that of 'blue' has *")]
    [InlineData("stickiness: { duration: 60 }", "            stickiness: 60\n", null)]
    [InlineData("port: 80", "", null)]
    public void A_sticky_target_group_in_a_weighted_forward_needs_stickiness_of_the_forward(string targetGroup, string stickiness, string? fault) =>
        Faults(
                (Forward, $"{Forward}              - {{ cluster: blue, binding: canary, weight: 1 }}\n{stickiness}"),
                ("              - cluster: blue\n", "              - cluster: blue\n                binding: public\n"),
                (FirstBinding, $"      - {{ name: canary, loadBalancer: public, {Service} }}\n{FirstBinding}        targetGroup: {{ {targetGroup} }}\n")
            )
            .Should()
            .Match(fault is null ? None : $"fleet.yaml(*): loadBalancers.public.listeners.http.defaultAction.forward.stickiness {fault}");

    /// <summary>github-aws-runners/terraform-aws-github-runner#1346.</summary>
    [Theory]
    [InlineData("tags: { Environment: test }", "tags.Environment must differ from the tag 'environment' in more than case: *")]
    [InlineData("tags: { Team: a, team: b }", "tags.team must differ from the tag 'Team' in more than case: *")]
    [InlineData("tags: { team: a }", null)]
    public void Iam_takes_tags_that_differ_by_case_for_one(string tags, string? fault) =>
        Faults(("vpc:", $"{tags}\nvpc:")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Theory]
    [InlineData("tags: { service: a }\ntargetGroupTags: [cluster]", null)]
    [InlineData(
        "tags: { service: a }\ntargetGroupTags: [service]",
        "tags.service must be left out, or 'service' from 'targetGroupTags': target groups have that tag from Mooring"
    )]
    [InlineData("targetGroupTags: [cluster, cluster]", "targetGroupTags must not have an entry twice")]
    public void Tags_of_target_groups_are_mooring_s_or_the_users(string tags, string? fault) =>
        Faults(("vpc:", $"{tags}\nvpc:")).Should().Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Fact]
    public void A_load_balancers_tag_is_not_one_that_target_groups_have_from_mooring() =>
        Faults(("vpc:", "targetGroupTags: [binding]\nvpc:"), ("    ingressCidrs: [0.0.0.0/0]\n", "    ingressCidrs: [0.0.0.0/0]\n    tags: { binding: a }\n"))
            .Should()
            .Match("fleet.yaml(*): loadBalancers.public.tags.binding must be left out, or 'binding' from 'targetGroupTags': *");

    [Theory]
    [InlineData(45, None)]
    [InlineData(46, "fleet.yaml(*): targetGroupTags give the target groups of 'public' 51 tags, with the fleet's and the load balancer's: AWS allows 50")]
    public void A_target_group_has_at_most_50_tags_with_those_of_mooring(int tags, string fault)
    {
        var many = string.Join(", ", Enumerable.Range(0, tags).Select(number => $"tag-{number}: a"));

        Faults(("vpc:", $"tags: {{ {many} }}\ntargetGroupTags: [cluster, binding, service]\nvpc:")).Should().Match(fault);
    }

    [Fact]
    public void The_tags_of_a_cluster_are_compared_with_those_of_the_fleet() =>
        Faults(("vpc:", "tags: { team: a }\nvpc:"), ("    delivery: helm\n", "    delivery: helm\n    tags: { Team: b, FLEET: c }\n"))
            .Should()
            .MatchRegex(
                @"clusters\.blue\.tags\.Team must differ from the tag 'team'[^\n]*\n[^\n]*clusters\.blue\.tags\.FLEET must differ from the tag 'fleet'"
            );

    /// <summary>The constructs found it before, with a stack trace.</summary>
    [Theory]
    [InlineData($"arn: {Arn}", "name: theirs", false)]
    [InlineData("name: theirs", $"arn: {Arn}", false)]
    [InlineData("name: shop-blue-a9bf3334", null, false)]
    [InlineData("name: theirs", "name: others", true)]
    [InlineData($"arn: {Arn}", "{ name: theirs, targetType: ip, assumeRole: { role: 'arn:aws:iam::444455556666:role/r' } }", true)]
    public void One_target_group_by_its_arn_and_by_its_name_is_one(string first, string? second, bool differ) =>
        Faults((FirstBinding, string.Concat(Existing("one", first), second is null ? "" : Existing("two", second), FirstBinding)))
            .Should()
            .Match(differ ? None : "fleet.yaml(*): clusters.blue.bindings[*] must have its own target group: '*' is already bound by cluster 'blue', *");

    [Theory]
    [InlineData("2.11.0", "clusters.blue.bindings[1] needs controller 2.12.0 or later, got 2.11.0 (chart 1.11.0): binding 'one' of the cluster has *")]
    [InlineData("2.12.0", null)]
    public void The_webhook_refuses_a_second_binding_of_a_shared_target_group_until_2_12(string controller, string? fault) =>
        Faults(
                ("vpc:", $"controller: {{ version: {controller} }}\nvpc:"),
                (
                    FirstBinding,
                    string.Concat(Existing("one", $"{{ arn: {Arn}, shared: true }}"), Existing("two", $"{{ arn: {Arn}, shared: true }}"), FirstBinding)
                )
            )
            .Should()
            .Match(fault is null ? None : $"fleet.yaml(*): {fault}");

    [Fact]
    public void The_rules_of_a_security_group_are_one_for_each_listener_and_source() =>
        Faults(("[0.0.0.0/0]", $"[{string.Join(", ", Enumerable.Range(0, 61).Select(block => $"10.0.{block}.0/24"))}]"))
            .Should()
            .Match(
                "fleet.yaml(*): loadBalancers.public.ingressCidrs must have at most 60 rules of a security group, one for each listener and source, *got 61: *"
            );

    private static string Existing(string name, string existing) =>
        $"      - {{ name: {name}, existingTargetGroup: {(existing.StartsWith('{') ? existing : $"{{ {existing} }}")}, {Service} }}\n";

    private static string Faults(params (string Old, string New)[] replacements) =>
        SmallFleet.FaultsWith(replacements) is { Length: > 0 } faults ? faults : None;
}
