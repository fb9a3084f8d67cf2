namespace Mooring.Fleet;

/// <summary>
/// Defines an EKS Fargate profile: pods that match one of its selectors run on AWS Fargate, without nodes. EKS changes nothing of a profile: Terraform creates
/// a new one and then destroys the old one, whose pods are stopped and start anew. See <c>docs/fargate.md</c>.
/// </summary>
public sealed record FargateProfileSpec
{
    /// <summary>Which pods run on Fargate: 1 to 5 selectors, of which a pod matches one when it is scheduled.</summary>
    public required IReadOnlyList<FargateSelectorSpec> Selectors { get; init; }

    /// <summary>Ids of the subnets that pods run in. They must be private: EKS refuses a subnet with a route to an internet gateway.</summary>
    /// <value>Defaults to the cluster's.</value>
    public IReadOnlyList<string> Subnets { get; init; } = [];
}
