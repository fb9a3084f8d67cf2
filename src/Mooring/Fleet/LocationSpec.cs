namespace Mooring.Fleet;

/// <summary>
/// Defines a place in AWS beside the default one, which the fleet's own <c>account</c>, <c>region</c>, <c>vpc</c> and <c>assumeRole</c> are. Load
/// balancers and clusters name it as their <c>location</c>.
/// </summary>
public sealed record LocationSpec
{
    /// <summary>Id of the AWS account. The fleet's own <c>account</c> is required beside it.</summary>
    /// <value>Defaults to the fleet's.</value>
    public string? Account { get; init; }

    /// <summary>AWS region, in the same partition as the fleet's.</summary>
    /// <value>Defaults to the fleet's.</value>
    public string? Region { get; init; }

    /// <summary>Id of the VPC that its load balancers and clusters share.</summary>
    public required string Vpc { get; init; }

    /// <summary>
    /// ARN of the role that Terraform assumes for what is there; a role of the location's account. Required in another account than the fleet's.
    /// </summary>
    /// <value>Defaults to the fleet's.</value>
    public string? AssumeRole { get; init; }

    /// <summary>
    /// Where the states of its stacks are stored, in place of the fleet's S3 backend. Terraform assumes the location's role for it.
    /// </summary>
    /// <value>Defaults to the fleet's backend.</value>
    public S3BackendSpec? State { get; init; }
}
