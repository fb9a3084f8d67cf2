namespace Mooring.StandIns.Controller;

/// <summary>A request to AWS, as policies see it.</summary>
/// <param name="Action">The action: <c>ec2:DescribeVpcs</c>.</param>
/// <param name="Resource">ARN of the resource; <c>*</c> for an action that has none, such as one that describes.</param>
internal sealed record AwsRequest(string Action, string Resource = "*")
{
    /// <summary>The condition keys of the request.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();
}
