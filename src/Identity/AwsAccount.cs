using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsCallerIdentity;
using HashiCorp.Cdktf.Providers.Aws.DataAwsPartition;

namespace Mooring.Identity;

/// <summary>
/// Looks up the account and the partition that a stack is applied in. ARNs are built with it, so that they hold in
/// <c>aws</c>, <c>aws-cn</c> and <c>aws-us-gov</c> alike.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
public class AwsAccount : Construct
{
    private const string Name = "AwsAccount";

    private AwsAccount(TerraformStack stack)
        : base(stack, Name)
    {
        AccountId = new DataAwsCallerIdentity(this, "CallerIdentity").AccountId;
        Partition = new DataAwsPartition(this, "Partition").Partition;
    }

    /// <summary>Id of the account.</summary>
    public string AccountId { get; }

    /// <summary>The partition: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public string Partition { get; }

    /// <summary>The one of a construct's stack; the first call defines it.</summary>
    public static AwsAccount Of(Construct scope)
    {
        var stack = TerraformStack.Of(scope);
        return stack.Node.TryFindChild(Name) as AwsAccount ?? new AwsAccount(stack);
    }

    /// <summary>ARN of a policy that AWS keeps.</summary>
    internal string ManagedPolicyArn(string name) => $"arn:{Partition}:iam::aws:policy/{name}";

    /// <summary>ARN of a role of the account.</summary>
    internal string RoleArn(string name) => $"arn:{Partition}:iam::{AccountId}:role/{name}";
}
