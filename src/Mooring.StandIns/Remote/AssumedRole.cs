namespace Mooring.StandIns.Remote;

/// <summary>What STS makes of a role that is assumed, and what it says where it is not.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
internal static class AssumedRole
{
    /// <summary>ARN of a session: <c>arn:&lt;partition&gt;:sts::111122223333:assumed-role/terraform/rehearsal</c>.</summary>
    /// <param name="role">ARN of the role. Its path is not in that of the session.</param>
    /// <param name="session">Name of the session.</param>
    public static string Session(string role, string session) =>
        $"arn:{role.Split(':').ElementAtOrDefault(1)}:sts::{PretendedAccount.AccountOf(role)}:assumed-role/{role.Split('/')[^1]}/{session}";

    /// <summary>The error of a role that does not let a caller in.</summary>
    /// <param name="caller">ARN of the caller's session.</param>
    /// <param name="role">ARN of the role.</param>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html"/>
    public static string Refusal(string caller, string role) =>
        $"AccessDenied: User: {caller} is not authorized to perform: sts:AssumeRole on resource: {role}";
}
