namespace Mooring.Discovery.Answers;

/// <summary>A region of an account, which is read.</summary>
/// <param name="Region">The AWS region.</param>
/// <param name="Profile">The profile of the AWS CLI; <see langword="null"/> for the one of the environment.</param>
internal sealed record LocationRequest(string Region, string? Profile = null)
{
    /// <summary>It in words: <c>us-east-1 with profile payments</c>.</summary>
    public string Words => Profile is null ? Region : $"{Region} with profile {Profile}";
}
