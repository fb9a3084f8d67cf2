using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The environment that Terraform sees.</summary>
public sealed class TerraformProgramTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string? _before = Environment.GetEnvironmentVariable(TerraformProgram.Variable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(TerraformProgram.Variable, _before);
        _directory.Dispose();
    }

    [Fact]
    public async Task It_has_its_own_home_and_configuration_and_none_of_the_users()
    {
        // Instead of Terraform, a script that prints its environment.
        Environment.SetEnvironmentVariable(TerraformProgram.Variable, "/usr/bin/env");
        var terraform = TerraformProgram.Create(_directory.Path, new Dictionary<string, string> { ["SETTING"] = "value" });

        var seen = (await terraform.RunAsync(_directory.Path, CancellationToken.None))
            .Trim()
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

        seen.Keys.Except(["PATH", "TMPDIR", "TEMP", "TMP"])
            .Should()
            .BeEquivalentTo(
                "HOME",
                "TF_CLI_CONFIG_FILE",
                "TF_IN_AUTOMATION",
                "HTTPS_PROXY",
                "HTTP_PROXY",
                "AWS_EC2_METADATA_DISABLED",
                "CHECKPOINT_DISABLE",
                "SETTING"
            );
        seen["HOME"].Should().Be(_directory.Path);
        File.ReadAllText(seen["TF_CLI_CONFIG_FILE"]).Should().BeEmpty();
        seen["SETTING"].Should().Be("value");
    }
}
