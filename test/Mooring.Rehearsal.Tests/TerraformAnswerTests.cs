using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Fuzzing;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>What Terraform answers, changed by chance: it is read, or one sentence says that it is something else.</summary>
public sealed class TerraformAnswerTests
{
    private const int Few = 300;

    private const string Version = """
        {
          "terraform_version": "1.9.8-dev",
          "platform": "linux_amd64",
          "provider_selections": {},
          "terraform_outdated": false
        }
        """;

    private const string Plan = """
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "aws_lb.LoadBalancer",
              "mode": "managed",
              "type": "aws_lb",
              "change": {
                "actions": ["delete", "create"],
                "before": { "idle_timeout": 60, "name": "a", "tags": {"x": "y"} },
                "after": { "idle_timeout": 61, "name": "a" },
                "importing": { "id": "x" }
              }
            },
            {
              "address": "data.aws_vpc.Vpc",
              "mode": "data",
              "type": "aws_vpc",
              "change": {
                "actions": ["read"],
                "before": null,
                "after": {}
              }
            }
          ],
          "output_changes": {
            "arn": { "actions": ["no-op"] },
            "name": { "actions": ["update"] }
          }
        }
        """;

    [Fact]
    public void The_version_that_Terraform_says() =>
        Fuzz.Try(
            Few,
            mutated =>
            {
                _ = TerraformProgram.VersionIn(mutated);
                return null;
            },
            Version
        );

    [Fact]
    public void The_plan_that_Terraform_shows() =>
        Fuzz.Try(
            Few,
            mutated =>
            {
                try
                {
                    _ = string.Join(", ", Mooring.Rehearsal.Terraform.Plan.Parse(mutated).ToDo);
                    return null;
                }
                catch (TerraformException exception)
                {
                    return Fuzz.NotASentence(exception);
                }
            },
            Plan
        );
}
