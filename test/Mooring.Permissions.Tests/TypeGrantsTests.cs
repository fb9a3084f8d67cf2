using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Permissions.Tests;

/// <summary>The table of what Terraform needs for each type.</summary>
public sealed class TypeGrantsTests
{
    /// <summary>Types that ask AWS nothing that a policy could refuse: they compute, sign, or ask STS who they are.</summary>
    /// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"/>
    private static readonly string[] s_askNothing =
    [
        "data.aws_caller_identity",
        "data.aws_eks_cluster_auth",
        "data.aws_iam_policy_document",
        "data.aws_partition",
        "ephemeral.aws_eks_cluster_auth",
    ];

    /// <summary>Types without a change in place: each attribute replaces.</summary>
    private static readonly string[] s_neverUpdated =
    [
        "aws_eks_access_policy_association",
        "aws_iam_role_policy_attachment",
        "aws_lb_listener_certificate",
        "aws_wafv2_web_acl_association",
    ];

    private static IEnumerable<string> Types =>
        File.ReadAllLines(Repository.PathOf("bindings", "resources.txt"))
            .Where(line => line.StartsWith("aws_", StringComparison.Ordinal) || line.StartsWith("data.aws_", StringComparison.Ordinal));

    [Fact]
    public void It_has_every_type_of_the_packages_and_no_other() => TypeGrants.All.Keys.Should().BeEquivalentTo(Types.Append("ephemeral.aws_eks_cluster_auth"));

    [Fact]
    public void It_has_every_operation_of_a_type()
    {
        foreach (var (type, grants) in TypeGrants.All.Where(type => !s_askNothing.Contains(type.Key)))
        {
            string[] operations =
                type.StartsWith("data.", StringComparison.Ordinal) ? ["read"]
                : s_neverUpdated.Contains(type) ? ["create", "read", "delete"]
                : ["create", "read", "update", "delete"];
            grants.Grants.SelectMany(grant => grant.For).Distinct().Should().BeEquivalentTo(operations, type);
        }
    }

    [Fact]
    public void A_plan_changes_nothing() =>
        TypeGrants
            .All.Values.SelectMany(type => type.Grants)
            .Where(grant => grant.For.Contains("read"))
            .SelectMany(grant => grant.Actions)
            .Select(action => action.Split(':')[1])
            .Should()
            .OnlyContain(action =>
                action.StartsWith("Describe", StringComparison.Ordinal)
                || action.StartsWith("Get", StringComparison.Ordinal)
                || action.StartsWith("List", StringComparison.Ordinal)
                || action == "Decrypt"
            );
}
