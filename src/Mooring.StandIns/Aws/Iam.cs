using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Identity and Access Management: roles, their policies, and OIDC providers.</summary>
internal static class Iam
{
    private const string NoRole = "NoSuchEntity: The role with name {0} cannot be found.";

    /// <summary>Its resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new("aws_iam_role")
            {
                Unique = ["name"],
                Duplicate = "EntityAlreadyExists: Role with name {0} already exists.",
                Apply = RefusalOfTags,
                Computed = Role,
            },
            new("aws_iam_role_policy")
            {
                Needs = [OfRole with { InUse = "DeleteConflict: Cannot delete entity, must delete policies first." }],
                Computed = creation => [new("id", $"{creation.Text("role")}:{creation.Text("name")}")],
            },
            new("aws_iam_role_policy_attachment")
            {
                Needs = [OfRole with { InUse = "DeleteConflict: Cannot delete entity, must detach all policies first." }],
                Computed = creation => [new("id", $"{creation.Text("role")}/{creation.Text("policy_arn")}")],
            },
            new("aws_iam_instance_profile")
            {
                Unique = ["name"],
                Duplicate = "EntityAlreadyExists: Instance Profile {0} already exists.",
                // The provider removes a role from its instance profiles before it deletes the role.
                Needs = [OfRole],
                Apply = RefusalOfTags,
                Computed = creation => Named(creation, "instance-profile", "AIPA"),
            },
            new("aws_iam_openid_connect_provider")
            {
                Unique = ["url"],
                Duplicate = "EntityAlreadyExists: Provider with url {0} already exists.",
                Apply = RefusalOfTags,
                Computed = OidcProvider,
            },
        ];

    private static Need OfRole { get; } = new("role", "aws_iam_role", "name", NoRole);

    /// <summary>IAM takes keys of tags that differ by case for one key.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"/>
    private static string? RefusalOfTags(Creation creation)
    {
        var keys = creation["tags_all"] is ObjectValue tags ? tags.Members.Keys : [];
        return keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == keys.Count()
            ? null
            : "InvalidInput: Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    }

    private static IEnumerable<KeyValuePair<string, Value>> Role(Creation creation) => Named(creation, "role", "AROA");

    private static IEnumerable<KeyValuePair<string, Value>> Named(Creation creation, string kind, string prefix)
    {
        var path = creation["path"].Text ?? "/";
        return
        [
            new("id", creation.Text("name")),
            new("arn", creation.Aws().IamArn($"{kind}{path}{creation.Text("name")}")),
            new("unique_id", creation.IamId(prefix)),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Value>> OidcProvider(Creation creation)
    {
        var arn = creation.Aws().IamArn($"oidc-provider/{creation.Text("url").Replace("https://", string.Empty, StringComparison.Ordinal)}");
        return [new("id", arn), new("arn", arn), new("thumbprint_list", Value.List(creation.MadeUp(40, "thumbprint")))];
    }
}
