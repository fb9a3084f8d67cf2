using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary><c>page</c> writes a file that shows a fleet.</summary>
public sealed class PageTests : IDisposable
{
    private const string OldVersion = "  blue:\n    version: \"1.30\"\n";

    private readonly TemporaryDirectory _directory = new();
    private readonly PrintedText _printed = new();

    [Fact]
    public async Task It_writes_the_page_and_nothing_else_and_names_it()
    {
        (await RunAsync(Write("fleet.yaml", SmallFleet.Text))).Should().Be(0);

        _printed.Output.Should().Be($"{Page}\n");
        _printed.Error.Should().BeEmpty();
        File.ReadAllText(Page).Should().StartWith("<!DOCTYPE html>").And.Contain("<h1>Fleet shop, production</h1>").And.EndWith("</html>");
        Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Should().BeEquivalentTo("fleet.yaml", "fleet.html");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_the_deployed_fleet_it_shows_the_change_and_its_steps()
    {
        var deployed = Write("deployed.yaml", SmallFleet.Text);

        (await RunAsync(Write("fleet.yaml", SmallFleet.TextWith("  blue:\n", "  blue:\n    version: \"1.36\"\n    tags: { team: web }\n")), "--from", deployed))
            .Should()
            .Be(0);

        File.ReadAllText(Page)
            .Should()
            .ContainAll(
                ">Before</button>",
                ">1. Expand: add what is new, and change settings; no traffic moves</button>",
                ">After</button>",
                "Kubernetes: the newest when created &#x2192; 1.36"
            );
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_change_that_has_no_steps_is_shown_with_a_note()
    {
        var deployed = Write("deployed.yaml", SmallFleet.TextWith("  blue:\n", "  blue:\n    version: \"1.36\"\n"));

        (await RunAsync(Write("fleet.yaml", SmallFleet.TextWith("  blue:\n", "  blue:\n    version: \"1.35\"\n")), "--from", deployed)).Should().Be(0);

        _printed.Error.Should().Contain("note: the page has no steps, because none hold: step 1, expand: clusters.blue.version").And.Contain("downgrade");
        File.ReadAllText(Page).Should().ContainAll(">Before</button>", ">After</button>").And.NotContain("Expand");
    }

    [Fact]
    public async Task A_warning_is_printed_and_on_the_page()
    {
        (await RunAsync(Write("fleet.yaml", SmallFleet.TextWith("  blue:\n", OldVersion)))).Should().Be(0);

        _printed.Error.Should().Contain("warning W003: clusters.blue.version");
        File.ReadAllText(Page).Should().Contain("<strong>W003</strong> <code>clusters.blue.version</code>");
    }

    [Fact]
    public async Task With_strict_a_warning_leaves_the_last_page()
    {
        Write("fleet.html", "the last page");

        (await RunAsync(Write("fleet.yaml", SmallFleet.TextWith("  blue:\n", OldVersion)), "--strict")).Should().Be(1);

        _printed.Error.Should().EndWith("1 error; nothing was written\n");
        File.ReadAllText(Page).Should().Be("the last page");
    }

    [Fact]
    public async Task A_page_is_replaced()
    {
        Write("fleet.html", "the last page");

        (await RunAsync(Write("fleet.yaml", SmallFleet.Text))).Should().Be(0);

        File.ReadAllText(Page).Should().NotContain("the last page");
    }

    [Fact]
    public async Task A_directory_in_its_place_is_an_error()
    {
        Directory.CreateDirectory(Page);

        (await RunAsync(Write("fleet.yaml", SmallFleet.Text))).Should().Be(1);

        _printed.Error.Should().Be($"{Page} must be a file, and is a directory: name a file with --output.\nfailed (E106); the last page is unchanged\n");
        Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Should().BeEquivalentTo("fleet.yaml");
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_an_error()
    {
        var folder = Path.Combine(_directory.Path, "pages");

        (await _printed.RunAsync("page", Write("fleet.yaml", SmallFleet.Text), "--output", Path.Combine(folder, "fleet.html"))).Should().Be(1);

        _printed.Error.Should().StartWith($"{folder} is not there: create the directory, or name another file with --output.\n");
    }

    public void Dispose()
    {
        _printed.Dispose();
        _directory.Dispose();
    }

    private string Page => Path.Combine(_directory.Path, "fleet.html");

    private Task<int> RunAsync(params string[] arguments) => _printed.RunAsync(["page", .. arguments, "--output", Page]);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_directory.Path, name);
        File.WriteAllText(file, text);
        return file;
    }
}
