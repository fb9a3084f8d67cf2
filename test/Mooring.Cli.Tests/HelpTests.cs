using FluentAssertions;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The help is complete enough to use a command without its documentation.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly PrintedText _printed = new();

    [Fact]
    public async Task The_program_names_its_commands_and_its_defaults()
    {
        (await _printed.RunAsync("--help")).Should().Be(0);

        _printed.Error.Should().BeEmpty();
        _printed.Output.Should().Contain("Synthesizes the Terraform JSON of a fleet").And.Contain("[default: fleet.yaml]");
        _printed.Output.Should().MatchRegex("(?m)^  gitops <fleet> +Writes the directory that Argo CD reads from Git");
        _printed.Output.Should().MatchRegex("(?m)^  affected <fleet>... +Prints the stacks that a change touches");
        _printed.Output.Should().MatchRegex("(?m)^  page <fleet> +Writes a page that shows which cluster gets what share of which host name");
        _printed.Output.Should().MatchRegex("(?m)^  rehearse <fleet> +Plans, applies and destroys the stacks in order");
        _printed.Output.Should().MatchRegex("(?m)^  steps <fleet> +Plans the steps from a deployed fleet to the next one");
        _printed.Output.Should().MatchRegex("(?m)^  shift <action> <target> <fleet> +Moves the weights of one forward step by step");
        _printed.Output.Should().NotContain("synthesize-stacks", "the worker is not a command for users");
    }

    [Fact]
    public async Task The_usage_is_what_the_user_types()
    {
        using var tool = new PrintedText(program: ProgramCommand.Tool("mooring"));

        (await tool.RunAsync("--help")).Should().Be(0);
        (await _printed.RunAsync("--help")).Should().Be(0);

        tool.Output.Should().Contain("\n  mooring [<fleet>...] [command] [options]\n");
        _printed.Output.Should().Contain("\n  dotnet run -- [<fleet>...] [command] [options]\n");
    }

    [Fact]
    public async Task An_argument_of_shift_that_is_none_is_an_error()
    {
        (await _printed.RunAsync("shift", "public/https/shop", "green", "--steps", "10,x", "--pause", "5", "--yes", "--dry-run")).Should().Be(1);

        _printed
            .Error.Should()
            .Be(
                """
                'target' must be CLUSTER=WEIGHT with a weight from 0 to 999, got 'green' (E101)
                '--steps' must be weights from 0 to 999 with commas in between, got '10,x' (E101)
                '--pause' must be a time of at most a day, such as 30s, 5m or 1h, got '5' (E101)
                --yes cannot be given with --dry-run (E101)

                """
            );
    }

    [Theory]
    [InlineData("discover", "Nothing is changed in AWS.", "--region <region> (REQUIRED)", "--load-balancer <name>", "--cluster <name>", "--force")]
    [InlineData("gitops", "The fleet file must have 'argoCd.gitOps'.", "-o, --output <directory>", "[default: gitops]")]
    [InlineData("page", "one HTML file that needs no network", "-o, --output <file>", "[default: fleet.html]", "--from <fleet>")]
    [InlineData("rehearse", "It needs Terraform on the PATH, and neither credentials nor a network.", "--from <fleet>", "as it is deployed now")]
    [InlineData("steps", "the exit code is 2", "--from <fleet> (REQUIRED)", "--shift <percentages>", "10,25,50", "-o, --output <directory>", "--json")]
    [InlineData("shift", "It needs Terraform and the AWS CLI on the PATH, with credentials.", "LOAD_BALANCER/LISTENER/RULE", "--pause <time>", "[default: 5m]")]
    public async Task A_command_names_what_it_needs_and_its_options(string command, params string[] texts)
    {
        (await _printed.RunAsync(command, "--help")).Should().Be(0);

        _printed.Output.Should().ContainAll(texts);
        _printed.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_an_error()
    {
        (await _printed.RunAsync("rehearse", "--form", "deployed.yaml")).Should().Be(1);

        _printed.Error.Should().Contain("'--form' is not an option: see --help (E101)");
    }

    public void Dispose() => _printed.Dispose();
}
