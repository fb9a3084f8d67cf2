using System.Text;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>
/// A cluster whose AWS Load Balancer Controller and TargetGroupBindings are Helm releases, and whose controller has a role with the documented
/// permissions. Each step is a run of Terraform of its own, unless two are in one.
/// </summary>
internal sealed class PretendedCluster
{
    public const string ControllerRelease = "aws-lb-controller";
    public const string BindingsRelease = "targetgroupbindings";

    private const string Release = "helm_release";
    private static readonly string[] s_documented =
    [
        "ec2:Describe*",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "elasticloadbalancing:RegisterTargets",
        "elasticloadbalancing:DeregisterTargets",
    ];

    private readonly PretendedAws _aws;
    private readonly HelmStandIn _helm = new();
    private readonly ObjectValue _cluster;
    private readonly ObjectValue _role;
    private ObjectValue _policy;

    public PretendedCluster(PretendedAws aws, string name = "blue")
    {
        (_aws, Name, _cluster) = (aws, name, aws.CreateCluster(name));
        var issuer = _cluster.At("identity", "oidc", "issuer").Text!;
        var provider = aws.Create("aws_iam_openid_connect_provider", $$"""{ "url": "{{issuer}}", "client_id_list": ["sts.amazonaws.com"] }""");
        var trust = $$$"""
            {"Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"{{{provider["arn"].Text}}}"},
            "Condition":{"StringEquals":{"{{{issuer["https://".Length..]}}}:sub":"system:serviceaccount:aws-lb-controller:aws-lb-controller"} } } ]}
            """;
        _role = aws.Create("aws_iam_role", $$"""{ "name": "{{name}}-controller", "assume_role_policy": {{Quoted(trust)}} }""");
        _policy = aws.Create("aws_iam_role_policy", $$"""{ "role": "{{name}}-controller", "name": "targets", "policy": {{Quoted(Policy(s_documented))}} }""");
    }

    public string Name { get; }

    /// <summary>The security group of its nodes.</summary>
    public string NodeSecurityGroup => _cluster.At("vpc_config", "cluster_security_group_id").Text!;

    /// <summary>The events of its bindings: <c>FailedReconcile</c>.</summary>
    public IEnumerable<string> Events => _aws.Account.BindingEvents().Where(each => each.Cluster == Name).Select(each => each.Reason);

    /// <summary>The last event of its bindings.</summary>
    public BindingEvent LastEvent => _aws.Account.BindingEvents().Last(each => each.Cluster == Name);

    /// <summary>Lets its controller do these actions besides the documented ones.</summary>
    public void Allow(params string[] more) => Permit(Policy([.. s_documented, .. more]));

    /// <summary>Takes actions from its controller.</summary>
    public void Deny(params string[] actions) => Permit(Policy([.. s_documented.Except(actions)]));

    /// <summary>Gives its controller a policy.</summary>
    public void Permit(string policy) => _policy = _aws.Update("aws_iam_role_policy", _policy, "policy", policy);

    /// <summary>Installs or upgrades its controller, and then, in the same run of Terraform, its bindings, if any.</summary>
    public void Install(string chart = "3.5.0", string values = "", string? roleArn = null, params string[] thenBindings)
    {
        var run = Connect();
        Apply(
            run,
            ControllerRelease,
            "aws-load-balancer-controller",
            chart,
            $$"""
            clusterName: {{Name}}
            serviceAccount:
              name: aws-lb-controller
              annotations: { eks.amazonaws.com/role-arn: "{{roleArn ?? _role["arn"].Text}}" }
            {{values}}
            """
        );
        if (thenBindings.Length > 0)
        {
            Bind(run, thenBindings);
        }
    }

    /// <summary>Applies the release of custom resource definitions.</summary>
    public void InstallDefinitions(string chart) =>
        Apply(Connect(), "aws-lb-controller-crds", "./charts/aws-lb-controller-crds", "1.0.0", $"chart: aws-load-balancer-controller\nversion: {chart}");

    /// <summary>Applies the release of bindings.</summary>
    public void Bind(params string[] bindings) => Bind(Connect(), bindings);

    /// <summary>Destroys a release.</summary>
    public void Destroy(string release) => Connect().Delete(Release, Find(release)!);

    /// <summary>A binding of a target group, as the chart's values have it.</summary>
    public static string Binding(ObjectValue targetGroup, string more = "", string name = "shop", string type = "instance", string service = "shop") =>
        $$"""- { namespace: web, name: {{name}}, targetType: {{type}}, targetGroupARN: "{{targetGroup["arn"].Text}}", """
        + $$"""serviceRef: { name: {{service}}, port: 80 }{{(more.Length > 0 ? $", {more}" : "")}} }""";

    /// <summary>A policy that allows actions on everything.</summary>
    public static string Policy(params IEnumerable<string> actions) =>
        $$"""{"Statement":[{"Effect":"Allow","Action":[{{string.Join(',', actions.Select(Quoted))}}],"Resource":"*"}]}""";

    private void Bind(RemoteCalls run, string[] bindings) =>
        Apply(run, BindingsRelease, "./charts/targetgroupbindings", "1.2.0", $"bindings:\n{string.Join('\n', bindings)}{(bindings.Length > 0 ? "" : "  []")}");

    /// <summary>The helm provider as a run of Terraform configures it.</summary>
    private RemoteCalls Connect()
    {
        var authority = Encoding.ASCII.GetString(Convert.FromBase64String(_cluster.At("certificate_authority", "data").Text!));
        return new RemoteCalls(
            _helm,
            new ClusterContext(
                _aws.Account,
                Value.Object([
                    new("host", _cluster["endpoint"]),
                    new("cluster_ca_certificate", authority),
                    new("exec", Value.Object([new("args", Value.List("eks", "get-token", "--cluster-name", Name))])),
                ])
            )
        );
    }

    private void Apply(RemoteCalls run, string name, string chart, string version, string values)
    {
        KeyValuePair<string, Value>[] changing = [new("version", version), new("values", Value.List(values))];
        if (Find(name) is { } prior && prior["status"].Text == "deployed")
        {
            run.Update(Release, prior.With(changing), prior);
            return;
        }

        var block = _helm.Schema.ResourceSchemas[Release].Block;
        var configuration = Value.Object([
            new("name", name),
            new("namespace", "aws-lb-controller"),
            new("chart", chart),
            new("upgrade_install", true),
            new("cleanup_on_fail", true),
            .. changing,
        ]);
        run.Create(Release, (ObjectValue)SchemaValues.WithUnknowns(block, SchemaValues.Fit(block, configuration)));
    }

    private ObjectValue? Find(string release) =>
        _aws.Account.Of(Release).FirstOrDefault(each => each.Scope == _cluster["endpoint"].Text && each.Value["name"].Text == release)?.Value;

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
