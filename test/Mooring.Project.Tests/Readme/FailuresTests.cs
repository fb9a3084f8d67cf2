using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>docs/failures.md says what Mooring does about each failure that was seen, and shows it.</summary>
public sealed partial class FailuresTests
{
    private const string Page = "docs/failures.md";
    private const string Troubleshooting = "docs/troubleshooting.md";

    private static readonly string[] s_answers = ["Impossible", "Error", "Warning", "Page"];
    private static readonly string[] s_sections = ["Helm delivery", "Controller and targets", "Argo CD"];

    private static readonly (string Failure, string Answer, string Proof)[] s_rows =
    [
        .. File.ReadAllLines(Repository.PathOf(Page))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .Where(cells => cells[1] != "what Mooring does")
            .Select(cells => (cells[0], cells[1], cells[2])),
    ];

    [Fact]
    public void A_failure_is_impossible_an_error_a_warning_or_on_a_page() =>
        s_rows.Where(row => !s_answers.Any(answer => row.Answer.StartsWith(answer, StringComparison.Ordinal))).Select(row => row.Failure).Should().BeEmpty();

    [Fact]
    public void What_is_impossible_or_an_error_is_shown_by_a_test_and_the_rest_by_a_page()
    {
        s_rows.Should().NotBeEmpty();
        s_rows
            .Where(row => row.Answer == "Page" ? !row.Proof.Contains("](", StringComparison.Ordinal) : !TestName().IsMatch(row.Proof))
            .Select(row => row.Failure)
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void Every_test_that_is_named_exists() =>
        s_rows
            .SelectMany(row => TestName().Matches(row.Proof))
            .Where(test => !IsTest(test.Groups["class"].Value, test.Groups["method"].Value))
            .Select(test => test.Value)
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_paragraph_about_helm_the_controller_and_argo_cd_has_a_row()
    {
        var page = File.ReadAllText(Repository.PathOf(Page));
        var file = new MarkdownFile(Troubleshooting);

        AnchorsOf(file, s_sections).Should().HaveCountGreaterThan(20).And.OnlyContain(anchor => page.Contains($"troubleshooting.md#{anchor})"));
    }

    private static bool IsTest(string @class, string method) =>
        Directory
            .GetFiles(Repository.PathOf("test"), $"{@class}.cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal));

    /// <summary>The anchors of the headings of the third level below some of the second.</summary>
    private static IEnumerable<string> AnchorsOf(MarkdownFile file, string[] sections)
    {
        var section = string.Empty;
        foreach (var line in File.ReadLines(Repository.PathOf(file.Path)))
        {
            section = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : section;
            if (line.StartsWith("### ", StringComparison.Ordinal) && sections.Contains(section))
            {
                yield return MarkdownFile.AnchorOf(line[4..]);
            }
        }
    }

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z]+Tests)\\.(?<method>[A-Z][A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}
