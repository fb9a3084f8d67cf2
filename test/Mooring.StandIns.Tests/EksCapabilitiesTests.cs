using FluentAssertions;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>What EKS does with a capability for Argo CD, and what it refuses.</summary>
public class EksCapabilitiesTests
{
    private const string Trust =
        """{ \"Action\": [\"sts:AssumeRole\", \"sts:TagSession\"], \"Principal\": { \"Service\": \"capabilities.eks.amazonaws.com\" } }""";

    private readonly PretendedAws _aws = new();

    public EksCapabilitiesTests() => _aws.CreateCluster("root");

    private IEnumerable<string?> Entries => _aws.Account.Of("aws_eks_access_entry").Select(entry => entry.Value["principal_arn"].Text);

    [Fact]
    public void The_role_gets_an_access_entry_that_goes_with_the_capability()
    {
        var capability = Create("argocd", Role("cap", Trust));

        Entries.Should().Equal("arn:aws:iam::111122223333:role/cap");
        capability.At("configuration", "argo_cd", "server_url").Text.Should().StartWith("https://");

        _aws.Create(
            "aws_eks_access_policy_association",
            """
            { "cluster_name": "root", "principal_arn": "arn:aws:iam::111122223333:role/cap", "access_scope": [{ "type": "cluster" }],
              "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" }
            """
        );
        _aws.Remote.Delete("aws_eks_capability", capability);

        Entries.Should().BeEmpty();
        _aws.Account.Of("aws_eks_access_policy_association").Should().BeEmpty();
        _aws.Account.Of("aws_eks_capability").Should().BeEmpty();
    }

    [Fact]
    public void A_cluster_has_one_capability_for_argo_cd()
    {
        var role = Role("cap", Trust);
        Create("argocd", role);

        Refusal.Of(() => Create("other", role)).Should().Be("ResourceInUseException: Capability of type ARGOCD already exists on the cluster");
    }

    [Fact]
    public void Its_role_exists_and_lets_the_service_tag_sessions()
    {
        Refusal.Of(() => Create("argocd", "arn:aws:iam::111122223333:role/none")).Should().Contain("role/none does not exist");
        Refusal
            .Of(() => Create("argocd", Role("cap", Trust.Replace(", \\\"sts:TagSession\\\"", "", StringComparison.Ordinal))))
            .Should()
            .Be("InvalidParameterException: The role must let capabilities.eks.amazonaws.com use sts:AssumeRole and sts:TagSession");
        Entries.Should().BeEmpty();
    }

    [Fact]
    public void Its_cluster_is_not_deleted_before_it()
    {
        Create("argocd", Role("cap", Trust));

        Refusal
            .Of(() => _aws.Remote.Delete("aws_eks_cluster", _aws.Account.Of("aws_eks_cluster").Single().Value))
            .Should()
            .Be("ResourceInUseException: Cluster has capabilities attached");
    }

    [Fact]
    public void The_last_vpc_endpoint_stays_whatever_terraform_believes()
    {
        var capability = Create("argocd", Role("cap", Trust), """, "network_access": [{ "vpce_ids": ["vpce-1"] }]""");
        var without = (ObjectValue)ValuePath.Set(capability, "configuration.argo_cd.network_access", Value.List());

        var believed = (ObjectValue)_aws.Remote.Update("aws_eks_capability", without, capability);

        believed.At("configuration", "argo_cd", "network_access").Elements.Should().BeEmpty();
        _aws.Remote.Read("aws_eks_capability", believed).At("configuration", "argo_cd", "network_access", "vpce_ids").Elements.Should().Equal("vpce-1");
    }

    [Fact]
    public void Another_name_or_namespace_replaces_it_and_another_role_does_not()
    {
        var capability = Create("argocd", Role("cap", Trust));

        _aws.Plan("aws_eks_capability", capability, "capability_name", "other").Replacing.Should().Equal("capability_name");
        _aws.Plan("aws_eks_capability", capability, "role_arn", Role("new", Trust)).Replacing.Should().BeEmpty();
    }

    private string Role(string name, string trust) =>
        _aws.Create("aws_iam_role", $$"""{ "name": "{{name}}", "assume_role_policy": "{{trust}}" }""")["arn"].Text!;

    private ObjectValue Create(string name, string role, string more = "") =>
        _aws.Create(
            "aws_eks_capability",
            $$"""
            { "cluster_name": "root", "capability_name": "{{name}}", "type": "ARGOCD", "role_arn": "{{role}}", "delete_propagation_policy": "RETAIN",
              "configuration": [{ "argo_cd": [{ "aws_idc": [{ "idc_instance_arn": "arn:aws:sso:::instance/ssoins-1234567890abcdef" }]{{more}} }] }] }
            """
        );
}
