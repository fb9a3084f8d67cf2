using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Iam;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Iam;

public class AwsAccountTests : ConstructTest
{
    [Fact]
    public void A_stack_looks_its_account_and_partition_up_once()
    {
        Output("account", AwsAccount.Of(Stack).AccountId);
        Output("partition", AwsAccount.Of(Stack).Partition);
        Output("again", AwsAccount.Of(Stack).Partition);

        VerifySnapshot("Identity/AwsAccount.Minimal");
    }

    [Fact]
    public void Nothing_is_looked_up_that_is_not_used()
    {
        Output("partition", AwsAccount.Of(Stack).Partition);

        Synthesize().DataSources("aws_caller_identity").Should().BeEmpty();
    }

    private void Output(string name, string value) => _ = new TerraformOutput(Stack, name, new TerraformOutputConfig { Value = value });
}
