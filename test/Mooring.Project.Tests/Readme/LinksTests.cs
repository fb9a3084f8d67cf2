using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Project.Tests.Readme;

/// <summary>Links in the documentation are valid.</summary>
public sealed class LinksTests
{
    public static TheoryData<string> Files => new(MarkdownFile.All.Select(file => file.Path));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_relative_link_leads_to_a_file_and_every_anchor_to_a_heading(string path)
    {
        var file = new MarkdownFile(path);

        file.RelativeLinks.Where(link => !Resolves(file, link)).Should().BeEmpty("every link of {0} must lead to something", path);
    }

    [Fact]
    public void A_link_to_a_heading_or_a_file_that_does_not_exist_is_found()
    {
        var readme = new MarkdownFile("README.md");

        Resolves(readme, "docs/fleet.md").Should().BeTrue();
        Resolves(readme, "docs/no-such-page.md").Should().BeFalse();
        Resolves(readme, "CONTRIBUTING.md#no-such-heading").Should().BeFalse();
    }

    [Fact]
    public void Every_page_of_docs_is_linked_from_the_readme() =>
        new MarkdownFile("README.md")
            .RelativeLinks.Should()
            .Contain(Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}"));

    private static bool Resolves(MarkdownFile file, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? file.Path : Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.GetDirectoryName(file.Path)!, parts[0]));
        if (!Path.Exists(Repository.PathOf(target)))
        {
            return false;
        }

        return parts.Length == 1 || new MarkdownFile(target).Anchors.Contains(parts[1]);
    }
}
