namespace Mooring.Iam;

/// <summary>Properties of a <see cref="ServiceRole"/>.</summary>
public sealed record ServiceRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Principal of the AWS service that assumes it, such as <c>eks.amazonaws.com</c>.</summary>
    /// <remarks>In <c>aws-cn</c> some services, such as <c>ec2</c>, have one that ends in the partition's own DNS suffix.</remarks>
    public required string ServicePrincipal { get; init; }

    /// <summary>ARN of the resource for which the service may assume it. The resource is in the account of the role.</summary>
    /// <value>Defaults to none: EC2, for one, does not say which instance it assumes a role for.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
    public string? SourceArn { get; init; }

    /// <summary>Whether the service also says the account of that resource, which is a condition then.</summary>
    /// <value>Defaults to <see langword="true"/>; set <see langword="false"/> for Fargate, for which AWS documents the ARN alone.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html"/>
    public bool SaysSourceAccount { get; init; } = true;

    /// <summary>Whether the service also tags its sessions.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"/>
    public bool TagsSessions { get; init; }

    /// <summary>Names of the policies, kept by AWS, that it has.</summary>
    public required IReadOnlyList<string> ManagedPolicies { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
