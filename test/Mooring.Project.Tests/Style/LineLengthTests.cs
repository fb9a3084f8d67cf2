using FluentAssertions;
using Xunit;

namespace Mooring.Project.Tests.Style;

/// <summary>Lines fit on a screen next to another file.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 160;

    [Fact]
    public void No_line_is_longer_than_160_columns() =>
        SourceFile
            .All.SelectMany(file => file.Lines.Select((line, index) => (Place: $"{file.Path}:{index + 1}", Line: line)))
            .Where(line => IsTooLong(line.Line))
            .Select(line => line.Place)
            .Should()
            .BeEmpty();

    [Fact]
    public void The_files_are_found() =>
        SourceFile.All.Select(file => file.Path).Should().Contain(["Program.cs", "Stacks.csproj", ".ci/run", "README.md", "bindings/accelerate.mjs"]);

    [Fact]
    public void Only_a_row_of_a_table_and_a_link_may_be_longer()
    {
        IsTooLong(new string('x', 160)).Should().BeFalse();
        IsTooLong(new string('x', 161)).Should().BeTrue();
        IsTooLong($"| {new string('x', 161)} |").Should().BeFalse();
        IsTooLong($"/// <seealso href=\"https://docs.aws.amazon.com/{new string('x', 161)}\"/>").Should().BeFalse();
    }

    /// <summary>A row of a Markdown table and a link cannot be broken.</summary>
    private static bool IsTooLong(string line) =>
        line.Length > Columns && !line.StartsWith('|') && !line.TrimStart().StartsWith("/// <seealso href=", StringComparison.Ordinal);
}
