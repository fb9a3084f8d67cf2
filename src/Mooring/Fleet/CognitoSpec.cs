namespace Mooring.Fleet;

/// <summary>Defines a user pool of Amazon Cognito.</summary>
public sealed record CognitoSpec
{
    /// <summary>ARN of the user pool.</summary>
    public required string UserPool { get; init; }

    /// <summary>Id of the user pool's client.</summary>
    public required string UserPoolClientId { get; init; }

    /// <summary>Prefix or host name of the user pool's domain.</summary>
    public required string UserPoolDomain { get; init; }
}
