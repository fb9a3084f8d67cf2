import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { dataAwsCallerIdentity, dataAwsPartition } from "#providers";

const ID = "AwsAccount";

/** Looks up the account and the partition of a stack, each only where somebody asks for it. */
export class AwsAccount extends Construct {
  private callerIdentityData?: dataAwsCallerIdentity.DataAwsCallerIdentity;
  private partitionData?: dataAwsPartition.DataAwsPartition;

  /** The one of a construct's stack; the first call defines it. */
  static of(scope: Construct): AwsAccount {
    const stack = TerraformStack.of(scope);
    return (stack.node.tryFindChild(ID) as AwsAccount | undefined) ?? new AwsAccount(stack);
  }

  private constructor(stack: TerraformStack) {
    super(stack, ID);
  }

  get accountId(): string {
    this.callerIdentityData ??= new dataAwsCallerIdentity.DataAwsCallerIdentity(this, "CallerIdentity");
    return this.callerIdentityData.accountId;
  }

  get partition(): string {
    return this.partitionLookup.partition;
  }

  get dnsSuffix(): string {
    return this.partitionLookup.dnsSuffix;
  }

  /** ARN of a policy that AWS keeps. */
  managedPolicyArn(name: string): string {
    return `arn:${this.partition}:iam::aws:policy/${name}`;
  }

  /** ARN of a cluster of the account. */
  clusterArn(region: string, name: string): string {
    return `arn:${this.partition}:eks:${region}:${this.accountId}:cluster/${name}`;
  }

  private get partitionLookup(): dataAwsPartition.DataAwsPartition {
    return (this.partitionData ??= new dataAwsPartition.DataAwsPartition(this, "Partition"));
  }
}
