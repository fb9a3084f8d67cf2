using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>
/// What a role of the account may do: its inline policies, and the attached ones that are in the account too. The content of any other attached
/// policy is not known, and it allows nothing here.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="found">The role.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"/>
internal sealed class RolePolicy(PretendedAccount account, RemoteObject found)
{
    private readonly ObjectValue _role = found.Value;

    /// <summary>Name of the role.</summary>
    public string Name => _role["name"].Text!;

    /// <summary>ARN of the role.</summary>
    public string Arn => _role["arn"].Text!;

    /// <summary>The role of an ARN; <see langword="null"/> where it does not exist.</summary>
    public static RolePolicy? Of(PretendedAccount account, string? arn) =>
        account.Of("aws_iam_role").FirstOrDefault(each => each.Value["arn"].Text == arn) is { } found ? new RolePolicy(account, found) : null;

    /// <summary>Whether a policy allows a request and none denies it.</summary>
    public bool Allows(AwsRequest request)
    {
        var applying = Policies.SelectMany(PolicyStatement.AllOf).Where(statement => statement.AppliesTo(request)).ToArray();
        return applying.Length > 0 && !applying.Any(statement => statement.Denies);
    }

    /// <summary>Whether its trust policy lets a principal assume it.</summary>
    public bool Trusts(string kind, string principal, AwsRequest request)
    {
        var applying = PolicyStatement.AllOf(_role["assume_role_policy"].Text).Where(statement => statement.Trusts(kind, principal, request)).ToArray();
        return applying.Length > 0 && !applying.Any(statement => statement.Denies);
    }

    /// <summary>
    /// Whether a role of the same or another account may assume it, as far as its trust policy says: it names the role, or the role's account and then
    /// perhaps the role in a condition.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"/>
    public bool LetsIn(RolePolicy other, string? externalId)
    {
        var context = new Dictionary<string, string> { ["aws:PrincipalArn"] = other.Arn };
        if (externalId is not null)
        {
            context["sts:ExternalId"] = externalId;
        }

        var request = new AwsRequest("sts:AssumeRole", Arn) { Context = context };
        var root = $"{other.Arn[..other.Arn.IndexOf(":role/", StringComparison.Ordinal)]}:root";
        return Trusts("AWS", other.Arn, request) || Trusts("AWS", root, request);
    }

    private IEnumerable<string?> Policies => OfRole("aws_iam_role_policy").Select(inline => inline["policy"].Text).Concat(Attached);

    private IEnumerable<string?> Attached =>
        OfRole("aws_iam_role_policy_attachment")
            .SelectMany(attachment => account.Of("aws_iam_policy").Where(policy => policy.Value["arn"] == attachment["policy_arn"]))
            .Select(policy => policy.Value["policy"].Text);

    private IEnumerable<ObjectValue> OfRole(string type) =>
        account.Of(type).Where(each => each.Scope == found.Scope && each.Value["role"].Text == Name).Select(each => each.Value);
}
