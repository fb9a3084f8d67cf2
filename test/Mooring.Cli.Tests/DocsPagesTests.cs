using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The pages that messages name, where the program has them beside it.</summary>
public sealed class DocsPagesTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public DocsPagesTests()
    {
        Directory.CreateDirectory(Path.Combine(_directory.Path, "docs", "pipelines"));
        File.WriteAllText(Path.Combine(_directory.Path, "docs", "steps.md"), "# Steps");
        File.WriteAllText(Path.Combine(_directory.Path, "docs", "pipelines", "README.md"), "# Pipelines");
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("must be 80, got 81; see docs/steps.md#order", "must be 80, got 81; see {0}docs/steps.md#order")]
    [InlineData("see docs/steps.md and docs/pipelines/README.md", "see {0}docs/steps.md and {0}docs/pipelines/README.md")]
    [InlineData("see docs/none.md", "see docs/none.md")]
    [InlineData("/srv/docs/steps.md: no such file", "/srv/docs/steps.md: no such file")]
    [InlineData("my-docs/steps.md", "my-docs/steps.md")]
    public void A_page_has_its_path_where_it_is_there(string message, string located) =>
        DocsPages.Locate(message, _directory.Path).Should().Be(located.Replace("{0}", $"{_directory.Path}/", StringComparison.Ordinal));
}
