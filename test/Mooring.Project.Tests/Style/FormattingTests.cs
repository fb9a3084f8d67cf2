using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Project.Tests.Style;

/// <summary>The code is formatted by CSharpier, in the version that contributors have from <c>.config/dotnet-tools.json</c>.</summary>
public sealed class FormattingTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void The_code_is_formatted()
    {
        var check = Check(Repository.Root);

        (check.ExitCode, check.Output + check.Error).Should().Be((0, check.Output + check.Error), "run `dotnet csharpier format .`");
    }

    [Fact]
    public void Code_that_is_not_formatted_is_found()
    {
        File.WriteAllText(Path.Combine(_directory.Path, "Untidy.cs"), "class Untidy{int  x;}");

        var check = Check(_directory.Path);

        check.ExitCode.Should().Be(1);
        (check.Output + check.Error).Should().Contain("Untidy.cs");
    }

    public void Dispose() => _directory.Dispose();

    private static Command Check(string directory) =>
        Command.Run(directory, new Dictionary<string, string?>(), "dotnet", "exec", Formatter, "check", ".", "--no-msbuild-check");

    /// <summary>The tool, in the package that the build restored.</summary>
    private static string Formatter
    {
        get
        {
            var tools = JsonNode.Parse(File.ReadAllText(Repository.PathOf(".config", "dotnet-tools.json")))!;
            var version = tools["tools"]!["csharpier"]!["version"]!.GetValue<string>();
            return Path.Combine(Built.Path("NuGetPackages"), "csharpier", version, "tools", "net10.0", "any", "CSharpier.dll");
        }
    }
}
