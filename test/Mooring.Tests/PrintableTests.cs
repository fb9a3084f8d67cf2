using FluentAssertions;
using Xunit;

namespace Mooring.Tests;

public class PrintableTests
{
    [Theory]
    [InlineData("a\nb\r\nc\td", @"a\nb\r\nc\td")]
    [InlineData("\e[31mred", @"\e[31mred")]
    [InlineData("\u0000\u009b", @"\u0000\u009b")]
    [InlineData("evil\u202etxt", @"evil\u202etxt")]
    [InlineData("a\u2066b\u200bc\ufeffd\u2028e", @"a\u2066b\u200bc\ufeffd\u2028e")]
    [InlineData("##vso[task.complete]", @"#\u0023vso[task.complete]")]
    [InlineData("##[error]it failed", @"#\u0023[error]it failed")]
    [InlineData("###VSO[task.complete]", @"##\u0023VSO[task.complete]")]
    [InlineData("## a heading", "## a heading")]
    [InlineData("\U000E0041", @"\U000e0041")]
    [InlineData("Zürich 東京 😀 'x' …", "Zürich 東京 😀 'x' …")]
    public void What_cannot_be_seen_has_an_escape(string text, string printed)
    {
        Printable.OneLine(text).Should().Be(printed);
        Printable.OneLine(printed).Should().Be(printed, "a text that is printed twice stays the same");
    }

    [Fact]
    public void Half_a_character_has_an_escape() => Printable.OneLine("a\ud83d").Should().Be(@"a\ud83d");

    [Fact]
    public void Of_a_long_text_the_middle_is_left_out() => Printable.OneLine(new string('x', 1_000_000)).Should().HaveLength(2003).And.Contain("x … x");

    [Fact]
    public void The_lines_of_another_program_stay_lines_but_are_no_commands() =>
        Printable.Lines("a\r\n\tb\e[1m\n  ::error::c").Should().Be("a\n\tb\\e[1m\n.::error::c");
}
