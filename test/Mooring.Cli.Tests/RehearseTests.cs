using System.Diagnostics;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary><c>rehearse</c>, in a shell that has no credentials.</summary>
public sealed class RehearseTests : ProgramTest
{
    private const string Heading =
        "Rehearsal with stand-ins for the AWS, Kubernetes and Helm providers: they check structure, references and order, not AWS's own rules.";

    /// <summary>The small fleet without Argo CD: three stacks.</summary>
    private static readonly string s_fleet = SmallFleet
        .Text.ReplaceLineEndings("\n")
        .Replace("argoCd:\n  cluster: root\n", string.Empty, StringComparison.Ordinal)
        .Replace("  root:\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n", string.Empty, StringComparison.Ordinal);

    private static readonly string s_adopting = s_fleet.Replace(
        "    ingressCidrs: [0.0.0.0/0]\n",
        "    adopt: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web-prod/50dc6c495c0c9188\n"
            + "    securityGroups: [sg-0a1b2c3d4e5f60718]\n",
        StringComparison.Ordinal
    );

    private const string Forward = "          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1\n";
    private const string FixedResponse = "          fixedResponse: { statusCode: 503 }\n";

    private readonly string _temporary;

    public RehearseTests()
    {
        _temporary = Directory.CreateDirectory(Path.Combine(Folder, "tmp")).FullName;
        Variables["TMPDIR"] = _temporary;
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void It_shows_the_changes_of_each_stack_and_leaves_nothing_behind()
    {
        Write("fleet.yaml", s_fleet);

        var run = Run("rehearse");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        var lines = Lines(run.Output);
        lines[0].Should().Be(Heading);
        lines
            .Where(line => line.EndsWith(" a plan", StringComparison.Ordinal))
            .Should()
            .Equal(
                "load-balancer-public: 7 to create; 7 reads a plan",
                "cluster-blue: 12 to create; 18 reads a plan",
                "binding-blue: 5 to create; 12 reads a plan",
                "3 stacks: 24 to create; 37 reads a plan",
                "  cluster blue: 2 stacks; 30 reads a plan"
            );
        lines.Should().Contain("  +   aws_lb_target_group.TargetGroup-blue_public_4D3ABE56");
        lines[^4..]
            .Should()
            .Equal(
                "applied in this order; a second plan of each is empty",
                "traffic: 1 kind of requests, followed over 23 changes: none lost an answer",
                "destroyed, the last stack first: 24 resources",
                "  load-balancer-public is protected: destroying it is refused until the protection is removed"
            );
        ShouldHaveLeftNothingBehind();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Traffic_that_is_lost_has_an_exit_code_of_its_own()
    {
        const string weights = "              - cluster: blue\n                weight: 1\n";
        var blue = s_fleet[s_fleet.IndexOf("  blue:\n", StringComparison.Ordinal)..];
        Write("deployed.yaml", s_fleet);
        Write(
            "fleet.yaml",
            $"{s_fleet}\n{blue.Replace("  blue:", "  green:", StringComparison.Ordinal)}".Replace(
                weights,
                $"{weights}{weights.Replace("blue", "green", StringComparison.Ordinal)}",
                StringComparison.Ordinal
            )
        );

        var run = Run("rehearse", "--from", "deployed.yaml", "--json");

        run.ExitCode.Should().Be(2);
        run.Error.Should()
            .Be("note: 'steps fleet.yaml --from deployed.yaml' plans this change in steps in which no request fails, where there is such a way\n");
        var finding = JsonNode.Parse(run.Output)!["traffic"]!["findings"]!.AsArray().Should().ContainSingle().Which!;
        finding["share"]!.GetValue<double>().Should().Be(0.5);
        finding["requests"]!.AsArray().Select(request => $"{request}").Should().Equal("shop-public:80 */");
    }

    /// <summary>With credentials, Terraform would access the bucket; with any of the other variables it would not start.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Terraform_and_aws_settings_of_the_user_are_not_read()
    {
        Write("fleet.yaml", LoadBalancerAlone(WithBackend("s3: { bucket: example-states, region: eu-central-1 }")));
        var home = Directory.CreateDirectory(Path.Combine(_temporary, "home"));
        Write("tmp/home/.terraformrc", "this is { no configuration");
        Directory.CreateDirectory(Path.Combine(home.FullName, ".aws"));
        Write(
            "tmp/home/.aws/credentials",
            "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"
        );
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["HOME"] = home.FullName,
                ["JSII_RUNTIME_PACKAGE_CACHE"] = "disabled",
                ["TF_CLI_CONFIG_FILE"] = "/no/such/terraformrc",
                ["TF_CLI_ARGS"] = "-no-such-option",
                ["TF_CLI_ARGS_plan"] = "-no-such-option",
                ["TF_PLUGIN_CACHE_DIR"] = "/no/such/cache",
                ["TF_DATA_DIR"] = "/no/such/data",
                ["TF_LOG"] = "trace",
                ["TF_WORKSPACE"] = "another",
                ["TF_VAR_region"] = "nowhere",
                ["AWS_PROFILE"] = "nobody",
                ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
                ["AWS_SECRET_ACCESS_KEY"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            }
        )
        {
            Variables[name] = value;
        }

        var run = Run("rehearse");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        home.GetFileSystemInfos(".terraform*").Select(file => file.Name).Should().Equal(".terraformrc");
        home.Delete(recursive: true);
        ShouldHaveLeftNothingBehind();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void With_a_deployed_fleet_the_changes_are_shown()
    {
        Write("deployed.yaml", s_fleet.Replace("vpc:", "account: \"444455556666\"\nvpc:", StringComparison.Ordinal));
        Write(
            "fleet.yaml",
            s_fleet
                .Replace("    ingressCidrs:", "    idleTimeout: 30\n    ingressCidrs:", StringComparison.Ordinal)
                .Replace(Forward, FixedResponse, StringComparison.Ordinal)
                .Split("    bindings:")[0]
        );

        var run = Run("rehearse", "--from", "deployed.yaml");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        var lines = Lines(run.Output);
        lines
            .Should()
            .ContainInOrder(
                "  ~   aws_lb.LoadBalancer: idle_timeout",
                "  ~   aws_lb_listener.Listener-http: default_action",
                "  -   aws_lb_target_group.TargetGroup-blue_public_4D3ABE56"
            );
        lines
            .Should()
            .ContainInOrder(
                "binding-blue is no longer in the fleet: destroy it before the others are applied; 5 resources",
                "  -   helm_release.Bindings",
                "  -   helm_release.Controller",
                "  -   helm_release.Crds",
                "  -   kubernetes_config_map_v1.DestroyGuard",
                "load-balancer-public: 2 to change, 2 to destroy; 5 reads a plan"
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Deleting_the_first_rule_of_the_deployed_fleet_deletes_that_rule_alone()
    {
        Write("deployed.yaml", WithRules("one", "two", "three"));
        Write("fleet.yaml", WithRules("two", "three"));

        var run = Run("rehearse", "--from", "deployed.yaml");

        run.ExitCode.Should().Be(0);
        Lines(run.Error)
            .Should()
            .Equal(
                "note: there is no fleet.priorities.json: rules of fleet.yaml keep the priorities of deployed.yaml here; before you synthesize it, "
                    + "synthesize deployed.yaml and copy deployed.priorities.json to fleet.priorities.json"
            );
        Lines(run.Output)
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Should()
            .HaveElementAt(0, "  -   aws_lb_listener_rule.Listener-http_Rule-one_44F87CB0");
        Lines(run.Output).Should().Contain(line => line.StartsWith("1 stack: 1 to destroy", StringComparison.Ordinal));
        Directory.GetFiles(Folder).Select(Path.GetFileName).Should().BeEquivalentTo("deployed.yaml", "fleet.yaml");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Each_fleet_is_rehearsed_with_its_own_record()
    {
        Write("deployed.yaml", WithRules("two", "three"));
        Write("deployed.priorities.json", Recorded("\"two\": 20, \"three\": 30"));
        Write("fleet.yaml", WithRules("two", "new", "three"));
        Write("fleet.priorities.json", Recorded("\"two\": 20, \"three\": 30"));

        var run = Run("rehearse", "--from", "deployed.yaml");

        (run.ExitCode, run.Error).Should().Be((0, string.Empty));
        Lines(run.Output).Should().Contain(line => line.StartsWith("1 stack: 1 to create", StringComparison.Ordinal));

        // Without it, the deployed rules are taken to have 10 and 20.
        File.Delete(Path.Combine(Folder, "deployed.priorities.json"));
        var without = Run("rehearse", "--from", "deployed.yaml");
        without.ExitCode.Should().Be(1);
        Lines(without.Error)[0].Should().StartWith("fleet.yaml(").And.Contain("must not be 20 yet, which rule 'three' has until this change is applied");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void An_error_of_terraform_is_shown_with_its_stack()
    {
        Write("fleet.yaml", s_fleet);
        UseTerraform("case \"$1\" in plan) echo 'Error: no plan today' >&2; exit 1;; *) exec terraform \"$@\";; esac");

        var run = Run("rehearse");

        run.ExitCode.Should().Be(1);
        Lines(run.Error)
            .Should()
            .Equal("load-balancer-public: 'terraform plan' failed:", "Error: no plan today", "failed (E105); a rehearsal leaves nothing behind");
        ShouldHaveLeftNothingBehind();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void An_adopted_resource_that_cannot_be_created_is_reported_with_its_stack()
    {
        Write("fleet.yaml", s_adopting);
        UseTerraform("case \"$*\" in *-target*) sed -n 1p cdk.tf.json >&2; exit 1;; *) exec terraform \"$@\";; esac");

        var run = Run("rehearse");

        run.ExitCode.Should().Be(1);
        Lines(run.Error)
            .Should()
            .Equal("load-balancer-public, creating what it adopts: 'terraform apply' failed:", "{", "failed (E105); a rehearsal leaves nothing behind");
        ShouldHaveLeftNothingBehind();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void An_interrupted_rehearsal_stops_terraform_and_leaves_nothing_behind()
    {
        Write("fleet.yaml", s_fleet);
        // A text that no other process contains.
        var forever = $"sleep 61{Random.Shared.Next(100000, 999999)}";
        UseTerraform($"case \"$1\" in plan) {forever};; *) exec terraform \"$@\";; esac");
        using var process = StartRehearsal();
        try
        {
            SpinWait.SpinUntil(() => Processes(forever).Length > 0 || process.HasExited, TimeSpan.FromSeconds(60)).Should().BeTrue("it plans within a minute");
            process.HasExited.Should().BeFalse("it waits for Terraform");

            Command.Run(Folder, Variables, "kill", "-INT", $"{process.Id}").ExitCode.Should().Be(0);

            process.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
            process.ExitCode.Should().Be(130);
            process.StandardError.ReadToEnd().Should().EndWith("stopped; a rehearsal leaves nothing behind\n");
            Processes(forever).Should().BeEmpty();
            ShouldHaveLeftNothingBehind();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Without_terraform_the_error_names_the_next_step()
    {
        Write("fleet.yaml", s_fleet);
        Variables["TERRAFORM_BINARY_NAME"] = "/no/such/terraform";

        var run = Run("rehearse");

        run.ExitCode.Should().Be(1);
        Lines(run.Error)[0]
            .Should()
            .Be(
                "the rehearsal runs Terraform, and '/no/such/terraform' could not be started: install it and put it on the PATH, or name it in "
                    + "TERRAFORM_BINARY_NAME"
            );
        ShouldHaveLeftNothingBehind();
    }

    [Theory]
    [InlineData("local:", "0.15.5", "1.0", "providers of plugin protocol 6")]
    [InlineData("cloud: { organization: example }", "1.0.11", "1.1", "the 'cloud' block")]
    [InlineData("s3: { bucket: example-states }", "1.9.8", "1.10", "'use_lockfile' of the S3 backend")]
    public void An_older_terraform_than_the_output_needs_is_named_in_one_sentence(string backend, string found, string needed, string reason) =>
        ShouldNeed(LoadBalancerAlone(WithBackend(backend)), found, needed, reason);

    [Fact]
    public void So_is_one_that_cannot_import() => ShouldNeed(s_adopting, found: "1.4.7", needed: "1.5", "'import' blocks");

    [Fact]
    public void A_fleet_with_faults_is_not_rehearsed()
    {
        Write("fleet.yaml", s_fleet.Replace("region: eu-west-1", "region: 1", StringComparison.Ordinal));

        var run = Run("rehearse");

        (run.ExitCode, run.Output).Should().Be((1, string.Empty));
        Lines(run.Error).Should().Equal("fleet.yaml(3,9): region must be an AWS region such as 'eu-west-1', got '1' (E005)", "1 error; nothing was rehearsed");
    }

    private void ShouldNeed(string fleet, string found, string needed, string reason)
    {
        Write("fleet.yaml", fleet);
        var terraform = UseTerraform($"echo '{{\"terraform_version\": \"{found}\"}}'");

        var run = Run("rehearse");

        run.ExitCode.Should().Be(1);
        Lines(run.Error)[0]
            .Should()
            .Be($"Terraform {needed} or later is needed for {reason}, and '{terraform}' is {found}: install a newer one, or name it in TERRAFORM_BINARY_NAME");
    }

    private static string WithBackend(string backend) => s_fleet.Replace("vpc:", $"backend:\n  {backend}\nvpc:", StringComparison.Ordinal);

    private static string LoadBalancerAlone(string fleet) =>
        fleet.Replace(Forward, FixedResponse, StringComparison.Ordinal).Split("clusters:\n")[0] + "clusters: {}\n";

    private static string WithRules(params string[] rules) =>
        LoadBalancerAlone(s_fleet)
            .Replace(
                "        defaultAction:",
                "        rules:\n"
                    + string.Concat(
                        rules.Select(rule => $"          - {{ name: {rule}, hosts: [{rule}.example.com], fixedResponse: {{ statusCode: 404 }} }}\n")
                    )
                    + "        defaultAction:",
                StringComparison.Ordinal
            );

    private static string Recorded(string rules) => $"{{ \"loadBalancers\": {{ \"public\": {{ \"http\": {{ \"rules\": {{ {rules} }} }} }} }} }}";

    private Process StartRehearsal()
    {
        var start = new ProcessStartInfo("dotnet", [Executable, "rehearse"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string[] Lines(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    /// <summary>Replaces Terraform with a script.</summary>
    private string UseTerraform(string script)
    {
        var file = Write("terraform", $"#!/bin/sh\n{script}\n");
        Command.Run(Folder, Variables, "chmod", "u+x", file).ExitCode.Should().Be(0);
        Variables["TERRAFORM_BINARY_NAME"] = file;
        return file;
    }

    /// <summary>No process, no socket, no directory.</summary>
    private void ShouldHaveLeftNothingBehind()
    {
        Directory.GetFileSystemEntries(_temporary).Should().BeEmpty();
        Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).Except(["fleet.yaml", "terraform", "tmp"]).Should().BeEmpty();
        Processes(Folder).Should().BeEmpty();
    }

    /// <summary>The processes whose command line contains a text.</summary>
    private static string[] Processes(string text) =>
        [
            .. Directory
                .GetDirectories("/proc")
                .Where(each => int.TryParse(Path.GetFileName(each), out _))
                .Select(CommandLineOf)
                .Where(line => line.Contains(text, StringComparison.Ordinal)),
        ];

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}
