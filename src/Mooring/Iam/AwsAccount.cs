using System.Runtime.CompilerServices;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsCallerIdentity;
using HashiCorp.Cdktf.Providers.Aws.DataAwsPartition;

namespace Mooring.Iam;

/// <summary>
/// Looks up the account and the partition that a stack is applied in. ARNs are built with it, so that they are right in <c>aws</c>, <c>aws-cn</c>
/// and <c>aws-us-gov</c>.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
public class AwsAccount : Construct
{
    private const string Name = "AwsAccount";

    // Every role needs the account of its stack, and each search in the construct tree is two calls to Node.js.
    private static readonly ConditionalWeakTable<TerraformStack, AwsAccount> s_accounts = [];

    private string? _accountId;
    private DataAwsPartition? _partition;
    private string? _partitionName;
    private string? _dnsSuffix;

    private AwsAccount(TerraformStack stack)
        : base(stack, Name) { }

    /// <summary>Id of the account. It is looked up only in a stack that uses it.</summary>
    public string AccountId => _accountId ??= new DataAwsCallerIdentity(this, "CallerIdentity").AccountId;

    /// <summary>The partition: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>. It is looked up only in a stack that uses it.</summary>
    public string Partition => _partitionName ??= PartitionData.Partition;

    /// <summary>DNS suffix of the partition: <c>amazonaws.com</c> or <c>amazonaws.com.cn</c>.</summary>
    public string DnsSuffix => _dnsSuffix ??= PartitionData.DnsSuffix;

    private DataAwsPartition PartitionData => _partition ??= new DataAwsPartition(this, "Partition");

    /// <summary>The lookup of a construct's stack; the first call defines it.</summary>
    public static AwsAccount Of(Construct scope) => s_accounts.GetValue(scope as TerraformStack ?? TerraformStack.Of(scope), stack => new AwsAccount(stack));

    /// <summary>ARN of an AWS managed policy.</summary>
    internal string ManagedPolicyArn(string name) => $"arn:{Partition}:iam::aws:policy/{name}";

    /// <summary>ARNs of all Fargate profiles of an EKS cluster of the account, as a pattern of IAM.</summary>
    internal string FargateProfileArns(string region, string clusterName) => $"arn:{Partition}:eks:{region}:{AccountId}:fargateprofile/{clusterName}/*";

    /// <summary>ARN of an EKS cluster of the account, which its role needs before the cluster exists.</summary>
    internal string ClusterArn(string region, string name) => $"arn:{Partition}:eks:{region}:{AccountId}:cluster/{name}";
}
