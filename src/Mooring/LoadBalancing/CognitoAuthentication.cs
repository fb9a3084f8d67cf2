namespace Mooring.LoadBalancing;

/// <summary>A log-in with a user pool of Amazon Cognito.</summary>
public sealed record CognitoAuthentication : Authentication
{
    /// <summary>ARN of the user pool.</summary>
    public required string UserPoolArn { get; init; }

    /// <summary>Id of the user pool's client.</summary>
    public required string UserPoolClientId { get; init; }

    /// <summary>Prefix or host name of the user pool's domain.</summary>
    public required string UserPoolDomain { get; init; }
}
