using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The sample fleet is deployed and destroyed with a CLI, except for protected load balancers.</summary>
public abstract class CliTests(SampleFleet sample, CliProject project)
{
    private const string Pet = "load-balancer-public";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void It_synthesizes_shows_deploys_and_destroys_the_sample()
    {
        Succeed("synth");
        SynthesizedFiles.In(Path.Combine(project.Folder, "cdktf.out")).Should().BeEquivalentTo(SynthesizedFiles.In(sample.Output));

        Succeed("diff", "cluster-root", "--skip-provider-lock").Output.Should().Contain("10 to add, 0 to change, 0 to destroy");
        project.Account.Objects.Should().BeEmpty("a diff makes nothing");

        Succeed("deploy", "*", "--auto-approve", "--skip-provider-lock", "--outputs-file", "outputs.json");
        Objects().Should().HaveCount(67);
        Succeed("diff", "load-balancer-public", "--skip-provider-lock").Output.Should().Contain("No changes.");

        // A stack alone, as the steps give the commands.
        var alone = project.Run(["deploy", "binding-blue", "--auto-approve", "--skip-provider-lock"]);
        (alone.ExitCode, alone.Output + alone.Error)
            .Should()
            .Match<(int Code, string Said)>(run => run.Code == 1 && run.Said.Contains("--ignore-missing-stack-dependencies"));
        Succeed("deploy", "binding-blue", "--ignore-missing-stack-dependencies", "--auto-approve", "--skip-provider-lock")
            .Output.Should()
            .Contain("No changes.");

        Succeed("output", "load-balancer-public", "--skip-provider-lock")
            .Output.Should()
            .Contain($"load_balancer_dns_name = {LoadBalancer()["dns_name"].Text}");
        var outputs = JsonNode.Parse(File.ReadAllText(Path.Combine(project.Folder, "outputs.json")))!;
        outputs["load-balancer-public"]!["load_balancer_arn"]!.GetValue<string>().Should().Be(LoadBalancer()["arn"].Text);

        Succeed("destroy", "binding-*", "registration-*", "cluster-*", "--auto-approve", "--skip-provider-lock");
        Objects().Should().HaveCount(20).And.OnlyContain(type => type.StartsWith("aws_lb") || type.Contains("security_group"));

        // The CLI does not always print the end of Terraform's output, with the reason. So: nothing is tried ...
        FailToDestroyThePet().Should().BeEmpty();

        // ... and without prevent_destroy it would be, up to AWS's protection.
        WithoutPreventDestroy(Path.Combine(project.Folder, "cdktf.out", "stacks", Pet, "cdk.tf.json"));
        FailToDestroyThePet("--skip-synth").Should().Contain("aws_lb_listener_rule").And.EndWith("aws_lb");
        LoadBalancer()["enable_deletion_protection"].Should().Be((Value)true);
    }

    /// <summary>Tries to destroy the public load balancer.</summary>
    /// <returns>The types of what was to be deleted.</returns>
    private IEnumerable<string> FailToDestroyThePet(params string[] options)
    {
        var before = project.Account.Log.Count;
        var refused = project.Run(["destroy", Pet, "--ignore-missing-stack-dependencies", "--auto-approve", "--skip-provider-lock", .. options]);
        refused.ExitCode.Should().Be(1);
        refused.Error.Should().Contain("Terraform CLI failed");
        return project.Account.Log.Since(before).Where(call => call.Operation == Operation.Delete).Select(call => call.Type);
    }

    private static void WithoutPreventDestroy(string file)
    {
        var stack = JsonNode.Parse(File.ReadAllText(file))!;
        stack["resource"]!["aws_lb"]!["LoadBalancer"]!["lifecycle"]!["prevent_destroy"] = false;
        File.WriteAllText(file, stack.ToJsonString());
    }

    private Command Succeed(params string[] arguments)
    {
        var command = project.Run(arguments);
        command.ExitCode.Should().Be(0, "{0} said\n{1}\n{2}", arguments[0], command.Output, command.Error);
        return command;
    }

    private IEnumerable<string> Objects() => project.Account.Objects.Select(each => each.Type);

    private ObjectValue LoadBalancer() => project.Account.Of("aws_lb").Single(each => each.Value["name"].Text == "shop-public").Value;
}
