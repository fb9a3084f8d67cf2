namespace Mooring.LoadBalancing;

/// <summary>Authentication with an Amazon Cognito user pool.</summary>
public sealed record CognitoAuthentication : Authentication
{
    /// <summary>ARN of the user pool.</summary>
    public required string UserPoolArn { get; init; }

    /// <summary>Id of the user pool's client.</summary>
    public required string UserPoolClientId { get; init; }

    /// <summary>Prefix or host name of the user pool's domain.</summary>
    public required string UserPoolDomain { get; init; }
}
