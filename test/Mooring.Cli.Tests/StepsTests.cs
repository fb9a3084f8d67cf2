using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary><c>steps</c> plans the way from the deployed fleet to the next one.</summary>
public sealed class StepsTests : IDisposable
{
    private const string Pods = "port: 80\n          targetPort: 8080\n        targetGroup: { targetType: ip }\n";

    private readonly TemporaryDirectory _directory = new();
    private readonly PrintedText _printed = new();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task It_prints_the_steps_and_writes_nothing()
    {
        (await RunAsync(SmallFleet.TextWith("maxSize: 2", "maxSize: 3"))).Should().Be(0);

        _printed.Output.Should().ContainAll("1. Expand: add what is new", "  apply   cluster-blue: 1 to change", "none lost an answer");
        Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Should().BeEquivalentTo("fleet.yaml", "deployed.yaml");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_an_output_each_step_is_a_folder_that_can_be_applied()
    {
        var output = Path.Combine(_directory.Path, "steps");

        (await RunAsync(WithPods, "--output", output)).Should().Be(0);

        var folders = Directory.GetDirectories(output).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        folders.Should().HaveCountGreaterThan(3).And.StartWith(["01-expand", "02-shift"]).And.EndWith("final");
        foreach (var folder in folders.Where(folder => folder != "final"))
        {
            var readme = File.ReadAllText(Path.Combine(output, folder!, "README.md"));
            readme.Should().ContainAll($"cp {output}/{folder}/fleet.yaml", "## With Terraform", "## With the CDKTF CLI", "## In HCP Terraform");
            (await _printed.RunAsync(Path.Combine(output, folder!, "fleet.yaml"), "--output", Path.Combine(_directory.Path, "out"))).Should().Be(0);
            foreach (var stack in Directory.GetDirectories(Path.Combine(output, folder!, "stacks")).Select(Path.GetFileName))
            {
                File.ReadAllText(Path.Combine(output, folder!, "stacks", stack!, "cdk.tf.json"))
                    .Should()
                    .Be(File.ReadAllText(Path.Combine(_directory.Path, "out", "stacks", stack!, "cdk.tf.json")));
            }
        }

        File.ReadAllText(Path.Combine(output, "final", "fleet.yaml")).Should().Be(WithPods);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_commands_of_a_step_are_those_of_the_program_that_wrote_it()
    {
        using var tool = new PrintedText(program: ProgramCommand.Tool("mooring"));
        var (fleet, deployed) = (Write("fleet.yaml", SmallFleet.TextWith("maxSize: 2", "maxSize: 3")), Write("deployed.yaml", SmallFleet.Text));

        (await tool.RunAsync("steps", fleet, "--from", deployed, "--output", Path.Combine(_directory.Path, "by-tool"))).Should().Be(0);
        (await _printed.RunAsync("steps", fleet, "--from", deployed, "--output", Path.Combine(_directory.Path, "by-project"))).Should().Be(0);

        File.ReadAllText(Path.Combine(_directory.Path, "by-tool", "01-expand", "README.md")).Should().Contain($"$ mooring {fleet}\n");
        File.ReadAllText(Path.Combine(_directory.Path, "by-project", "01-expand", "README.md")).Should().Contain($"$ dotnet run -- {fleet}\n");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_step_of_a_stage_is_a_fleet_file_that_extends_none()
    {
        var output = Path.Combine(_directory.Path, "steps");
        const string Stage = "extends: deployed.yaml\nclusters: { blue: { nodeGroups: { default: { maxSize: 3 } } } }\n";

        (await RunAsync(Stage, "--output", output)).Should().Be(0);

        File.ReadAllText(Path.Combine(output, "01-expand", "fleet.yaml")).Should().StartWith("name: shop\n").And.NotContain("extends");
        File.ReadAllText(Path.Combine(output, "final", "fleet.yaml")).Should().Be(Stage);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rehearsal_in_which_requests_fail_names_the_steps()
    {
        var (fleet, deployed) = (Write("fleet.yaml", WithPods), Write("deployed.yaml", SmallFleet.Text));

        (await _printed.RunAsync("rehearse", fleet, "--from", deployed)).Should().Be(2);

        _printed.Output.Should().Contain("  100 % of requests fail\n");
        _printed
            .Error.Should()
            .EndWith($"note: 'steps {fleet} --from {deployed}' plans this change in steps in which no request fails, where there is such a way\n");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Where_no_steps_hold_it_says_why_and_leaves_the_last_output()
    {
        var output = Path.Combine(_directory.Path, "steps");
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, "README.md"), "the last plan");

        var exitCode = await RunAsync(SmallFleet.TextWith("vpc-0a1b2c3d4e5f60718", "vpc-0a1b2c3d4e5f60719"), "--output", output);

        exitCode.Should().Be(2);
        _printed.Output.Should().StartWith("There is no plan").And.Contain("vpc must be 'vpc-0a1b2c3d4e5f60718', as deployed");
        File.ReadAllText(Path.Combine(output, "README.md")).Should().Be("the last plan");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task For_pipelines_it_is_json()
    {
        (await RunAsync(WithPods, "--json")).Should().Be(0);

        var plan = JsonNode.Parse(_printed.Output)!;
        plan["holds"]!.GetValue<bool>().Should().BeTrue();
        plan["steps"]![1]!["kind"]!.GetValue<string>().Should().Be("Shift");
        plan["steps"]![1]!["actions"]![0]!["changes"]![0]!["action"]!.GetValue<string>().Should().Be("Update");
        plan["traffic"]!["findings"]!.AsArray().Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task For_pull_requests_it_is_a_list_to_tick_off()
    {
        (await RunAsync(WithPods, "--markdown")).Should().Be(0);

        _printed.Output.Should().StartWith("## Steps\n").And.Contain("### 2. Shift: move traffic\n\n- [ ] **apply** load-balancer-public: 1 to change\n");
    }

    [Theory]
    [InlineData("50,25")]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("ten")]
    public async Task Percentages_are_numbers_that_grow(string percentages)
    {
        (await RunAsync(SmallFleet.Text, "--shift", percentages)).Should().Be(1);

        _printed.Error.Should().Be($"--shift must be whole numbers between 1 and 99, ascending and with commas between them, got '{percentages}' (E101)\n");
    }

    [Fact]
    public async Task It_needs_the_deployed_fleet()
    {
        (await _printed.RunAsync("steps")).Should().Be(1);

        _printed.Error.Should().Be("Option '--from' is required. (E101)\n");
    }

    public void Dispose()
    {
        _printed.Dispose();
        _directory.Dispose();
    }

    /// <summary>The fleet whose load balancer sends requests to pods, not to nodes.</summary>
    private static string WithPods => (SmallFleet.Text + "\n")[..^"port: 80\n".Length] + Pods;

    private Task<int> RunAsync(string fleet, params string[] arguments) =>
        _printed.RunAsync(["steps", Write("fleet.yaml", fleet), "--from", Write("deployed.yaml", SmallFleet.Text), .. arguments]);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_directory.Path, name);
        File.WriteAllText(file, text);
        return file;
    }
}
