using FluentAssertions;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The environment that the official CLI sees.</summary>
public class CdktfEnvironmentTests
{
    [Theory]
    [InlineData("TF_CLI_ARGS")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("CDKTF_OUTDIR")]
    [InlineData("TERRAFORM_BINARY_NAME")]
    public void Environment_variables_of_the_user_are_removed(string variable)
    {
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, "the user's");
        try
        {
            CdktfEnvironment.In("/home", "{}").Should().Contain(variable, null);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    [Fact]
    public void Terraform_finds_the_stand_ins_and_an_empty_home() =>
        CdktfEnvironment
            .In("/home", "{}")
            .Should()
            .Contain(
                new Dictionary<string, string?>
                {
                    ["TF_REATTACH_PROVIDERS"] = "{}",
                    ["TF_CLI_CONFIG_FILE"] = "/home/terraformrc",
                    ["HOME"] = "/home",
                }
            );
}
