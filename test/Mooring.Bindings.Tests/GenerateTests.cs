using System.Diagnostics;
using FluentAssertions;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Bindings.Tests;

/// <summary>generate.mjs, which a build runs before restore, on originals that are quick to generate from.</summary>
public sealed class GenerateTests : IDisposable
{
    private readonly FakeOriginals _bindings = new();
    private readonly Dictionary<string, string?> _environment = [];

    public void Dispose() => _bindings.Dispose();

    [Fact]
    public void It_reports_its_progress_and_leaves_only_a_feed()
    {
        var run = Generate();

        run.Should().BeEquivalentTo(new { ExitCode = 0, Error = string.Empty });
        run.Output.Should()
            .ContainAll("writing the Terraform schemas", "cutting the providers down", "generating C#", "compiling and packing", "1 packages ready");
        Directory
            .GetFileSystemEntries(_bindings.Feed)
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo("Fake.1.0.0-slim-key.nupkg", "classes", "nuget.config", "schemas");
        _bindings.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public void Nuget_restores_the_packages_from_the_feed_and_others_from_the_users_sources()
    {
        Generate();

        File.ReadAllText(Path.Combine(_bindings.Feed, "nuget.config"))
            .Should()
            .Contain(
                """
                    <packageSource key="mooring-bindings">
                      <package pattern="Fake" />
                    </packageSource>
                """
            )
            .And.Contain("""<package pattern="*" />""");
    }

    [Fact]
    public void The_language_of_the_user_does_not_matter()
    {
        _environment["DOTNET_CLI_UI_LANGUAGE"] = "de";

        Generate().Should().BeEquivalentTo(new { ExitCode = 0, Error = string.Empty });
    }

    [Fact]
    public void A_package_source_mapping_of_the_users_is_added_to_and_not_replaced()
    {
        _bindings.Write(
            "nuget.config",
            """<configuration><packageSourceMapping><packageSource key="mine"><package pattern="*" /></packageSource></packageSourceMapping></configuration>"""
        );
        Generate();

        File.ReadAllText(Path.Combine(_bindings.Feed, "nuget.config"))
            .Should()
            .Contain("""<package pattern="Fake" />""")
            .And.NotContain("""pattern="*" """.TrimEnd());
    }

    [Fact]
    public void An_existing_feed_is_not_generated_again()
    {
        Generate();

        Generate().Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("aws_lb\naws_lbb\n", "resources.txt(2): @cdktf/provider-aws 21.22.1 has no 'aws_lbb'")]
    [InlineData("# comment\n\ndata.aws_lb\n", "resources.txt(3): @cdktf/provider-aws 21.22.1 has no 'data.aws_lb'")]
    [InlineData("google_project\n", "resources.txt(1): 'google_project' needs @cdktf/provider-google, which bindings/package.json does not list")]
    [InlineData("aws_lb\naws_lb\n", "resources.txt(2): 'aws_lb' is listed twice")]
    [InlineData("aws_provider\n", "resources.txt(1): @cdktf/provider-aws 21.22.1 has no 'aws_provider'")]
    [InlineData("lb\n", "resources.txt(1): 'lb' is no resource: expected one such as 'aws_lb' or 'data.aws_lb'")]
    public void A_resource_that_the_provider_does_not_have_is_named(string resources, string sentence)
    {
        _bindings.Write("resources.txt", resources);

        Generate().Should().BeEquivalentTo(new { ExitCode = 1, Error = $"{sentence}\n" });
        Directory.Exists(_bindings.Feed).Should().BeFalse();
        _bindings.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public void The_schemas_of_a_provider_are_in_the_feed_in_the_shape_of_terraforms()
    {
        Generate();

        File.ReadAllText(Path.Combine(_bindings.Feed, "schemas", "aws.json"))
            .Should()
            .Be(
                """
                {"format_version":"1.0","provider_schemas":{"registry.terraform.io/hashicorp/aws":{"provider_version":"6.25.0",
                "provider":{"version":0,"block":{}},"resource_schemas":{"aws_lb":{"version":0,"block":{"attributes":{
                "arn":{"type":"string","computed":true},"name":{"type":"string","required":true}}}}},"data_source_schemas":{}}}}
                """.ReplaceLineEndings(string.Empty)
            );
    }

    [Theory]
    [InlineData("this._name = config.name;", true)]
    [InlineData("this._name = config.name ?? guess();", false)]
    [InlineData("this._name = config.name; log(this);", false)]
    public void A_class_is_described_for_the_kernel_unless_it_has_a_statement_that_is_not_known(string statement, bool isDescribed)
    {
        _bindings.WriteJavaScriptOfLb(
            $$"""
            class Lb extends cdktf.TerraformResource {
                constructor(scope, id, config) {
                    super(scope, id, { terraformResourceType: 'aws_lb', provider: config.provider });
                    {{statement}}
                }
                get arn() {
                    return this.getStringAttribute('arn');
                }
                synthesizeAttributes() {
                    return { name: cdktf.stringToTerraform(this._name) };
                }
            }
            """
        );
        Generate();

        var classes = File.ReadAllText(Path.Combine(_bindings.Feed, "classes", "provider-aws.json"));

        classes.Contains("\"@cdktf/provider-aws.lb.Lb\"", StringComparison.Ordinal).Should().Be(isDescribed);
        classes.Contains("""["name","name","string"]""", StringComparison.Ordinal).Should().Be(isDescribed);
    }

    [Theory]
    [InlineData("this.getStringAttribute('arn')", "this.guess('arn')", "aws_lb.arn: is read by 'this.guess('arn')', which is not understood")]
    [InlineData("\"string\"", "\"any\"", "aws_lb.name: is 'any', which CDKTF does not describe further")]
    [InlineData("isBlock: false", "isBlock: true", "aws_lb.name: is written by 'cdktf.stringToHclTerraform(this._name)', which is not understood")]
    [InlineData("computed: true", "computed: false", "aws_lb.arn: is neither required, optional nor computed")]
    [InlineData("name: {", "title: {", "aws_lb.title: is written, and nothing says who sets it")]
    [InlineData("const attrs", "const attributes", "aws_lb.name: can be set, and nothing says how it is written")]
    [InlineData("TerraformResource", "TerraformStack", "lb: none of its classes is a resource")]
    public void A_schema_that_is_not_understood_is_named(string understood, string other, string sentence)
    {
        _bindings.WriteTypeScript("lb", FakeOriginals.TypeScriptOfLb.Replace(understood, other));

        Generate().Should().BeEquivalentTo(new { ExitCode = 1, Error = $"@cdktf/provider-aws 21.22.1: {sentence}\n" });
        Directory.Exists(_bindings.Feed).Should().BeFalse();
        _bindings.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public void A_class_that_creates_its_object_in_an_unknown_way_is_named()
    {
        _bindings.AlsoGenerate("Lb.cs", "class Lb { public Lb(string id): base(_MakeDeputyProps(id), 1) { } }");

        var run = Generate();

        run.ExitCode.Should().Be(1);
        run.Error.Should().EndWith("Lb.cs: jsii-pacmak generated a constructor that accelerate.mjs does not know\n");
        Directory.Exists(_bindings.Feed).Should().BeFalse();
    }

    [Fact]
    public void Without_npm_the_error_names_the_next_step()
    {
        Directory.Delete(_bindings.PathOf(".originals"), recursive: true);
        _environment["PATH"] = _bindings.PathOf("empty");

        Generate(Node()).Should().BeEquivalentTo(new { ExitCode = 1, Error = "'npm' was not found: install it and put it on the PATH\n" });
    }

    [Fact]
    public void Without_the_registry_the_error_names_the_next_step()
    {
        Directory.Delete(_bindings.PathOf(".originals"), recursive: true);
        _environment["npm_config_registry"] = "http://127.0.0.1:9/";
        _environment["npm_config_fetch_retries"] = "0";
        _environment["npm_config_cache"] = _bindings.PathOf("cache");

        Generate()
            .Should()
            .BeEquivalentTo(
                new
                {
                    ExitCode = 1,
                    Error = "npm could not reach its registry (ECONNREFUSED): check the network, the proxy and 'npm config get registry', then build again\n",
                }
            );
    }

    [Fact]
    public async Task A_run_that_was_killed_leaves_nothing_that_looks_finished()
    {
        using (var first = await StartAndHold())
        {
            first.Kill();
            await first.WaitForExitAsync();
        }

        Directory.Exists(_bindings.Feed).Should().BeFalse();
        File.Delete(_bindings.PathOf("hold"));
        LetTimePass();
        Generate().Should().BeEquivalentTo(new { ExitCode = 0, Error = string.Empty });
        Directory.GetFiles(_bindings.Feed, "*.nupkg").Should().ContainSingle();
        _bindings.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public async Task An_interrupted_run_stops_its_tools_and_leaves_no_files()
    {
        using var run = await StartAndHold();

        Command.Run(_bindings.PathOf(), _environment, "kill", "-TERM", $"{run.Id}").ExitCode.Should().Be(0);
        await run.WaitForExitAsync();

        run.ExitCode.Should().Be(1);
        Directory.Exists(_bindings.Feed).Should().BeFalse();
        _bindings.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_two_builds_the_second_waits_and_uses_the_result()
    {
        using var first = await StartAndHold();
        var second = Task.Run(() => Generate());
        await Task.Delay(TimeSpan.FromSeconds(1));
        File.Delete(_bindings.PathOf("hold"));

        (await second)
            .Should()
            .BeEquivalentTo(
                new
                {
                    ExitCode = 0,
                    Output = "bindings: waiting for another build, which is generating the packages …\n",
                    Error = string.Empty,
                }
            );
        await first.WaitForExitAsync();
        first.ExitCode.Should().Be(0);
        Directory.GetFiles(_bindings.Feed, "*.nupkg").Should().ContainSingle();
        _bindings.Leftovers.Should().BeEmpty();
    }

    private static string Node() =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? "node.exe" : "node"))
            .First(File.Exists);

    private Command Generate(string node = "node") => Command.Run(_bindings.PathOf(), _environment, node, Arguments());

    private string[] Arguments() => [_bindings.PathOf("generate.mjs"), "--feed", _bindings.Feed, "--suffix=-slim-key"];

    /// <summary>Sets the age of files of a killed run.</summary>
    private void LetTimePass()
    {
        foreach (var leftover in _bindings.Leftovers)
        {
            Directory.SetLastWriteTimeUtc(_bindings.PathOf(leftover), DateTime.UtcNow.AddDays(-1));
        }
    }

    /// <summary>Starts a run and waits until it generates, where it stays while the file <c>hold</c> exists.</summary>
    private async Task<Process> StartAndHold()
    {
        _bindings.Write("hold", string.Empty);
        var process = Process.Start(new ProcessStartInfo("node", Arguments()) { RedirectStandardOutput = true })!;
        // Not read, but the process must be able to write to it.
        _ = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited && !File.Exists(_bindings.PathOf("generated")))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return process;
    }
}
