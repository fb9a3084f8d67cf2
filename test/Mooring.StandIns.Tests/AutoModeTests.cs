using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>EKS Auto Mode of a cluster: what EKS refuses, and what the provider replaces a cluster for.</summary>
public class AutoModeTests
{
    private const string On = """
        "bootstrap_self_managed_addons": false,
        "compute_config": [{ "enabled": true, "node_pools": ["system"], "node_role_arn": "arn:aws:iam::111122223333:role/nodes" }],
        "kubernetes_network_config": [{ "elastic_load_balancing": [{ "enabled": true }] }],
        "storage_config": [{ "block_storage": [{ "enabled": true }] }]
        """;

    private readonly PretendedAws _aws = new();

    [Fact]
    public void A_cluster_with_all_that_it_needs_is_created()
    {
        CreateRole();

        var cluster = Create(On);

        cluster.At("compute_config", "enabled").Should().Be((Value)true);
        cluster.At("kubernetes_network_config", "service_ipv4_cidr").Text.Should().Be("10.100.0.0/16");
    }

    [Theory]
    [InlineData("\"compute_config\": [{ \"enabled\": true }], ", "\"compute_config\": [{ \"enabled\": false }], ")]
    [InlineData("\"elastic_load_balancing\": [{ \"enabled\": true }]", "\"elastic_load_balancing\": [{ \"enabled\": false }]")]
    [InlineData("\"block_storage\": [{ \"enabled\": true }]", "\"block_storage\": [{ \"enabled\": false }]")]
    public void Half_of_it_is_refused(string on, string off)
    {
        CreateRole();
        var bare = On.Replace(
            "{ \"enabled\": true, \"node_pools\": [\"system\"], \"node_role_arn\": \"arn:aws:iam::111122223333:role/nodes\" }],\n",
            "{ \"enabled\": true }], ",
            StringComparison.Ordinal
        );

        RefusalOf(bare.Replace(on, off, StringComparison.Ordinal)).Should().Contain("are all either fully enabled or fully disabled.");
    }

    [Theory]
    [InlineData("\"bootstrap_self_managed_addons\": false", "\"bootstrap_self_managed_addons\": true", "bootstrapSelfManagedAddons must be false")]
    [InlineData("\"node_role_arn\"", "\"region\"", "nodeRoleArn is required")]
    [InlineData("\"node_pools\": [\"system\"], ", "", "nodePools are required")]
    public void So_is_what_does_not_go_with_it(string old, string @new, string refusal)
    {
        CreateRole();

        var configuration = On.Replace(old, @new, StringComparison.Ordinal)
            .Replace("\"region\": \"arn:aws:iam::111122223333:role/nodes\"", "\"x\": 1", StringComparison.Ordinal);

        RefusalOf(configuration).Should().Contain(refusal);
    }

    [Fact]
    public void So_is_a_cluster_whose_nodes_cannot_have_access_entries()
    {
        CreateRole();

        RefusalOf($"{On}, \"access_config\": [{{ \"authentication_mode\": \"CONFIG_MAP\" }}]").Should().Contain("requires authenticationMode API");
    }

    [Theory]
    [InlineData("AmazonEKSComputePolicy")]
    [InlineData("AmazonEKSLoadBalancingPolicy")]
    public void So_is_a_role_without_one_of_the_policies(string policy)
    {
        CreateRole(without: policy);

        RefusalOf(On).Should().EndWith($"Please ensure the following policy is attached: arn:aws:iam::aws:policy/{policy}");
    }

    [Fact]
    public void So_is_a_role_whose_sessions_cannot_be_tagged()
    {
        CreateRole(actions: "\"sts:AssumeRole\"");

        RefusalOf(On).Should().Contain("must allow sts:TagSession");
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/others", true, "compute_config.node_role_arn")]
    [InlineData(null, false, null)]
    [InlineData("arn:aws:iam::111122223333:role/nodes", true, null)]
    public void Another_role_of_nodes_replaces_the_cluster_and_none_does_not(string? role, bool hasPools, string? replaced)
    {
        CreateRole();
        var cluster = Create(On);
        var compute = Value.Object([new("enabled", true), new("node_pools", hasPools ? Value.List("system") : Value.List()), new("node_role_arn", role)]);

        _aws.Plan("aws_eks_cluster", cluster, "compute_config", Value.List(compute)).Replacing.Should().Equal(replaced is null ? [] : [replaced]);
    }

    [Fact]
    public void Node_pools_must_be_gone_where_it_is_switched_off()
    {
        CreateRole();
        var cluster = Create(On);
        static Value Off(string block) => Value.List(Value.Object([new(block, Value.List(Value.Object([new("enabled", false)])))]));
        var off = cluster.With([
            new("kubernetes_network_config", Off("elastic_load_balancing")),
            new("storage_config", Off("block_storage")),
            new("compute_config", Value.List(Value.Object([new("enabled", false), new("node_pools", Value.List("system"))]))),
        ]);

        var update = () => _aws.Remote.Update("aws_eks_cluster", off, cluster);

        update.Should().Throw<RemoteException>().WithMessage("*node pools must be empty*");
    }

    [Fact]
    public void The_role_of_its_nodes_has_an_access_entry_from_the_start()
    {
        CreateRole();
        Create(On);

        var create = () =>
            _aws.Create("aws_eks_access_entry", """{ "cluster_name": "auto", "principal_arn": "arn:aws:iam::111122223333:role/nodes", "type": "EC2" }""");

        create.Should().Throw<RemoteException>().WithMessage("*already in use on this cluster*");
    }

    private void CreateRole(string actions = "[\"sts:AssumeRole\", \"sts:TagSession\"]", string? without = null)
    {
        var trust = $$"""{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "eks.amazonaws.com" }, "Action": {{actions}} }] }""";
        _aws.Create("aws_iam_role", $$"""{ "name": "auto", "assume_role_policy": {{System.Text.Json.JsonSerializer.Serialize(trust)}} }""");
        string[] policies = ["AmazonEKSComputePolicy", "AmazonEKSBlockStoragePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"];
        foreach (var policy in policies.Where(policy => policy != without))
        {
            _aws.Create("aws_iam_role_policy_attachment", $$"""{ "role": "auto", "policy_arn": "arn:aws:iam::aws:policy/{{policy}}" }""");
        }
    }

    private ObjectValue Create(string more) =>
        _aws.Create(
            "aws_eks_cluster",
            $$"""
            { "name": "auto", "role_arn": "arn:aws:iam::111122223333:role/auto", "vpc_config": [{ "subnet_ids": ["subnet-0aa11111111111111"] }], {{more}} }
            """
        );

    private string RefusalOf(string more)
    {
        var create = () => Create(more);
        return create.Should().Throw<RemoteException>().Which.Message;
    }
}
