using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The fields of a TargetGroupBinding that its first version did not have. An API server drops what the installed custom resource definition does
/// not have, and a controller ignores what it does not know.
/// </summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/config/crd/bases/elbv2.k8s.aws_targetgroupbindings.yaml"/>
internal static class BindingFields
{
    private static readonly Dictionary<string, Version> s_since = new()
    {
        ["nodeSelector"] = new(2, 2),
        ["ipAddressType"] = new(2, 3),
        ["vpcID"] = new(2, 8),
        ["multiClusterTargetGroup"] = new(2, 10),
        ["targetGroupName"] = new(2, 11),
        ["iamRoleArnToAssume"] = new(2, 12),
        ["assumeRoleExternalId"] = new(2, 12),
        ["targetGroupProtocol"] = new(2, 14),
    };

    /// <summary>Whether a version has a field.</summary>
    public static bool Has(Version version, string field) => !s_since.TryGetValue(field, out var since) || version >= since;

    /// <summary>A spec without what a version does not have.</summary>
    public static JsonObject KnownTo(Version version, JsonObject spec) =>
        new(spec.Where(field => Has(version, field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
}
