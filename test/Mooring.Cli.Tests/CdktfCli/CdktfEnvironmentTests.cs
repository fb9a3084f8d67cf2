using FluentAssertions;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>What the official CLI sees of the environment that the tests run in.</summary>
public class CdktfEnvironmentTests
{
    [Theory]
    [InlineData("TF_CLI_ARGS")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("CDKTF_OUTDIR")]
    [InlineData("TERRAFORM_BINARY_NAME")]
    public void What_the_user_has_set_up_is_taken_away(string variable)
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
    public void What_is_needed_is_there() =>
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
