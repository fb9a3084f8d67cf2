using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>The <c>spec</c> of a TargetGroupBinding, as a version of the controller reads it.</summary>
/// <param name="spec">The spec.</param>
/// <param name="controller">Version of the controller.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/apis/elbv2/v1beta1/targetgroupbinding_types.go"/>
internal sealed class BindingSpec(JsonObject spec, Version controller)
{
    /// <summary>The target type of instances.</summary>
    public const string Instance = "instance";

    /// <summary>The target type of pods.</summary>
    public const string Ip = "ip";

    private readonly JsonObject _spec = BindingFields.KnownTo(controller, spec);

    /// <summary>ARN of the target group.</summary>
    public string? TargetGroupArn => Text("targetGroupARN");

    /// <summary>Name of the target group.</summary>
    public string? TargetGroupName => Text("targetGroupName");

    /// <summary>What is registered: <see cref="Instance"/> or <see cref="Ip"/>.</summary>
    public string? TargetType => Text("targetType");

    /// <summary>Address type of the target group.</summary>
    public string? IpAddressType => Text("ipAddressType");

    /// <summary>Id of the target group's VPC.</summary>
    public string? VpcId => Text("vpcID");

    /// <summary>Protocol of the target group.</summary>
    public string? TargetGroupProtocol => Text("targetGroupProtocol");

    /// <summary>The role to assume for each call to Elastic Load Balancing.</summary>
    public string? RoleToAssume => Text("iamRoleArnToAssume");

    /// <summary>The external id that it gives then.</summary>
    public string? ExternalId => Text("assumeRoleExternalId");

    /// <summary>Whether other clusters and bindings have targets in the group.</summary>
    public bool IsMultiCluster => _spec["multiClusterTargetGroup"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>Whether it selects nodes.</summary>
    public bool HasNodeSelector => _spec["nodeSelector"] is not null;

    /// <summary>Name of the Service.</summary>
    public string ServiceName => $"{_spec["serviceRef"]?["name"]}";

    /// <summary>Port of the Service: a number or a name.</summary>
    public string ServicePort => $"{_spec["serviceRef"]?["port"]}";

    /// <summary>What is let in to the targets.</summary>
    public JsonObject? Networking => _spec["networking"] as JsonObject;

    /// <summary>The fields as text.</summary>
    public override string ToString() => _spec.ToJsonString();

    private string? Text(string field) => _spec[field]?.ToString() is { Length: > 0 } text ? text : null;
}
