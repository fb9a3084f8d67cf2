using Mooring.StandIns.Aws;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Tests;

/// <summary>The AWS stand-in without Terraform in front of it.</summary>
internal sealed class PretendedAws
{
    private readonly AwsStandIn _standIn = new();
    private readonly AwsContext _context;
    private readonly string _configuration;

    /// <summary>In a region.</summary>
    public PretendedAws(string region = "eu-west-1")
        : this(new PretendedAccount("111122223333"), $$"""{ "region": "{{region}}", "default_tags": [{ "tags": { "fleet": "shop" } }] }""") { }

    /// <summary>As a provider of an account is configured.</summary>
    public PretendedAws(PretendedAccount account, string configuration)
    {
        (Account, _configuration) = (account, configuration);
        _context = (AwsContext)_standIn.Configure(account, TerraformValue.Parse(configuration));
    }

    /// <summary>The account.</summary>
    public PretendedAccount Account { get; }

    /// <summary>Its calls.</summary>
    public RemoteCalls Remote => new(_standIn, _context);

    /// <summary>Plans and creates a resource.</summary>
    public ObjectValue Create(string type, string configuration)
    {
        var fitting = SchemaValues.Fit(_standIn.Schema.ResourceSchemas[type].Block, TerraformValue.Parse(configuration));
        return (ObjectValue)Remote.Create(type, Provider().Plan(type, Value.Null, fitting, fitting).Planned);
    }

    /// <summary>Changes an attribute of a resource in place.</summary>
    public ObjectValue Update(string type, ObjectValue prior, string name, Value value) =>
        (ObjectValue)Remote.Update(type, prior.With([new(name, value)]), prior);

    /// <summary>Plans a resource whose configuration is all that it has, but for one attribute.</summary>
    public (ObjectValue Planned, IReadOnlyList<string> Replacing) Plan(string type, ObjectValue prior, string name, Value value)
    {
        var proposed = prior.With([new(name, value)]);
        return Provider().Plan(type, prior, proposed, proposed);
    }

    private ProviderInstance Provider()
    {
        var provider = new ProviderInstance(_standIn, Account);
        provider.Configure(TerraformValue.Parse(_configuration));
        return provider;
    }

    /// <summary>A load balancer of a name.</summary>
    public ObjectValue CreateLoadBalancer(string name) =>
        Create("aws_lb", $$"""{ "name": "{{name}}", "internal": true, "load_balancer_type": "application", "tags": { "team": "web" } }""");

    /// <summary>A target group of a name.</summary>
    public ObjectValue CreateTargetGroup(string name) =>
        Create(
            "aws_lb_target_group",
            $$"""{ "name": "{{name}}", "port": 80, "protocol": "HTTP", "target_type": "instance", "vpc_id": "vpc-0a1b2c3d4e5f60718" }"""
        );

    /// <summary>A listener that forwards to a target group.</summary>
    public ObjectValue CreateListener(ObjectValue loadBalancer, string targetGroupArn, int port = 80) =>
        Create(
            "aws_lb_listener",
            $$"""
            { "load_balancer_arn": "{{loadBalancer["arn"].Text}}", "port": {{port}}, "protocol": "HTTP",
              "default_action": [{ "type": "forward", "forward": [{ "target_group": [{ "arn": "{{targetGroupArn}}", "weight": 1 }] }] }] }
            """
        );

    /// <summary>A rule of a listener, with a priority.</summary>
    public ObjectValue CreateRule(ObjectValue listener, int priority) =>
        Create(
            "aws_lb_listener_rule",
            $$"""
            { "listener_arn": "{{listener["arn"].Text}}", "priority": {{priority}},
              "action": [{ "type": "fixed-response", "fixed_response": [{ "content_type": "text/plain", "status_code": "404" }] }],
              "condition": [{ "path_pattern": [{ "values": ["/{{priority}}"] }] }] }
            """
        );

    /// <summary>A managed node group of a cluster, with its role.</summary>
    public ObjectValue CreateNodeGroup(string cluster, string name, string? version = null)
    {
        var role = Create("aws_iam_role", $$"""{ "name": "{{cluster}}-{{name}}", "assume_role_policy": "{}" }""");
        return Create(
            "aws_eks_node_group",
            $$"""
            { "cluster_name": "{{cluster}}", "node_group_name": "{{name}}", "node_role_arn": "{{role["arn"].Text}}",
              {{(version is null ? "" : $"\"version\": \"{version}\",")}}
              "subnet_ids": ["subnet-0aa11111111111111"], "scaling_config": [{ "min_size": 1, "max_size": 2, "desired_size": 1 }] }
            """
        );
    }

    /// <summary>A cluster of a name, with its role.</summary>
    public ObjectValue CreateCluster(string name)
    {
        var role = Create("aws_iam_role", $$"""{ "name": "{{name}}-eks-cluster", "assume_role_policy": "{}" }""");
        return Create(
            "aws_eks_cluster",
            $$"""{ "name": "{{name}}", "role_arn": "{{role["arn"].Text}}", "vpc_config": [{ "subnet_ids": ["subnet-0aa11111111111111"] }] }"""
        );
    }
}
