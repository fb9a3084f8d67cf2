using System.Text.Json.Nodes;

namespace Mooring.Iam;

/// <summary>The policy of a role that assumes others.</summary>
internal static class AssumeRolePolicy
{
    /// <summary>Allows to assume roles, as JSON.</summary>
    /// <param name="roleArns">ARNs of the roles; an ARN may end in <c>*</c>.</param>
    public static string Of(IEnumerable<string> roleArns) =>
        new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(
                new JsonObject
                {
                    ["Effect"] = "Allow",
                    ["Action"] = "sts:AssumeRole",
                    ["Resource"] = new JsonArray([.. roleArns.Select(arn => JsonValue.Create(arn))]),
                }
            ),
        }.ToJsonString();
}
