using FluentAssertions;
using Mooring.Discovery.Writing;
using Xunit;

namespace Mooring.Discovery.Tests.Writing;

/// <summary>Comments stand above what they are about, and whatever AWS has in them, they stay comments.</summary>
public class CommentedYamlTests
{
    private const string Text = "name: shop\nclusters:\n  blue:\n    bindings:\n      - name: web\n      - name: api\n";

    [Fact]
    public void A_comment_is_above_the_line_of_its_path() =>
        CommentedYaml
            .Write(Text, ["Read this."], [("clusters.blue", "looked up"), ("clusters.blue.bindings[1]", "new"), ("clusters.blue.gone", "not there")])
            .Should()
            .Be(
                "# Read this.\nname: shop\nclusters:\n  # looked up\n  # not there\n  blue:\n    bindings:\n      - name: web\n      # new\n      - name: api\n"
            );

    [Fact]
    public void A_line_break_in_a_name_does_not_end_the_comment() =>
        CommentedYaml.Write("name: shop\n", [], [("name", "tag\nvpc: mine")]).Split('\n').Should().NotContain("vpc: mine");

    [Fact]
    public void A_long_comment_has_several_lines() =>
        CommentedYaml
            .Write("name: shop\n", [string.Join(' ', Enumerable.Repeat("word", 60))], [])
            .Split('\n')
            .Should()
            .HaveCount(5)
            .And.OnlyContain(line => line.Length <= 120);
}
