using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class AddOnTests : ConstructTest
{
    private static AddOnProps Minimal => new() { Cluster = new KnownCluster(), AddOnName = "eks-pod-identity-agent" };

    [Fact]
    public void An_add_on_needs_a_cluster_and_a_name()
    {
        _ = new AddOn(Stack, "PodIdentity", Minimal);

        VerifySnapshot("Clusters/AddOn.Minimal");
    }

    [Fact]
    public void Version_settings_role_and_tags_are_the_users_choice()
    {
        _ = new AddOn(
            Stack,
            "Cni",
            Minimal with
            {
                AddOnName = "vpc-cni",
                Version = "v1.20.0-eksbuild.1",
                ConfigurationValues = """{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}""",
                ServiceAccountRoleArn = "arn:aws:iam::111122223333:role/blue-vpc-cni",
                Tags = new Dictionary<string, string> { ["team"] = "platform" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_addon",
                """
                {
                  "addon_version": "v1.20.0-eksbuild.1",
                  "configuration_values": "{\"env\":{\"ENABLE_PREFIX_DELEGATION\":\"true\"}}",
                  "service_account_role_arn": "arn:aws:iam::111122223333:role/blue-vpc-cni",
                  "tags": { "team": "platform" }
                }
                """
            );
    }

    [Fact]
    public void Changes_in_the_cluster_can_be_preserved()
    {
        _ = new AddOn(
            Stack,
            "Cni",
            Minimal with
            {
                ResolveConflictsOnCreate = ConflictResolution.None,
                ResolveConflictsOnUpdate = ConflictResolution.Preserve,
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_addon",
                """
                {
                  "resolve_conflicts_on_create": "NONE",
                  "resolve_conflicts_on_update": "PRESERVE"
                }
                """
            );
    }

    [Fact]
    public void Fails_when_conflicts_are_preserved_at_creation() =>
        Define(Minimal with { ResolveConflictsOnCreate = ConflictResolution.Preserve })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/AddOn: 'ResolveConflictsOnCreate' must be NONE or OVERWRITE, got PRESERVE");

    [Theory]
    [InlineData("replicas: 3")]
    [InlineData("[]")]
    public void Fails_when_the_settings_are_no_object_in_json(string values) =>
        Define(Minimal with { ConfigurationValues = values })
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/AddOn: 'ConfigurationValues' must be an object in JSON, got '{values}'");

    [Fact]
    public void Fails_when_the_name_is_not_valid() =>
        Define(Minimal with { AddOnName = "vpc cni" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/AddOn: 'AddOnName' must be the name of an add-on such as 'coredns', got 'vpc cni'");

    private Func<AddOn> Define(AddOnProps props) => () => new AddOn(Stack, "AddOn", props);
}
