using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Page.Model;
using Xunit;

namespace Mooring.Page.Tests;

/// <summary>The HTML of a page.</summary>
public partial class FleetPageTests
{
    private const string Hostile = "</title></script></style><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload='alert(3)<!--&lt;";

    [Fact]
    public async Task A_fleet_full_of_markup_has_the_elements_of_any_other_fleet()
    {
        var harmless = await PageOf(Markup().Replace(Hostile, "_"));
        var hostile = await PageOf(Hostile);

        hostile.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;");
        ElementsOf(hostile).Should().Be(ElementsOf(harmless));
    }

    [Fact]
    public async Task It_names_nothing_that_a_browser_would_load()
    {
        var page = await FleetPage.OfAsync([new("fleet.yaml", PageFleets.Everything)]);

        page.Should().Contain("default-src &#x27;none&#x27;");
        Loads().Matches(page).Should().BeEmpty();
        page.Should().NotContain("sourceMappingURL");
    }

    [Fact]
    public async Task It_has_the_licence_of_the_layout_library() =>
        (await FleetPage.OfAsync([new("fleet.yaml", PageFleets.Sample)])).Should().Contain("Copyright (c) 2012-2014 Chris Pettitt");

    [Fact]
    public async Task The_same_fleet_is_the_same_page()
    {
        var page = await FleetPage.OfAsync([new("fleet.yaml", PageFleets.Everything)]);

        (await FleetPage.OfAsync([new("fleet.yaml", PageFleets.Everything)])).Should().Be(page);
    }

    private static Task<string> PageOf(string behind)
    {
        var hostile = new HostileFleet(behind);
        var warning = new FleetWarning("W003", new Fault("fleet.yaml", 1, 1, $"clusters.blue{behind}", behind));
        PageState StateOf(string title, FleetSpec fleet) => new(title, hostile.Of(fleet)) { Warnings = [warning] };
        return FleetPage.OfAsync([StateOf("Before", PageFleets.Sample), StateOf(behind, PageFleets.Everything)]);
    }

    /// <summary>The names of the elements, and of their attributes.</summary>
    private static string ElementsOf(string page) =>
        string.Join(
            '\n',
            Element()
                .Matches(ScriptOrStyle().Replace(page, "<$1></$1>"))
                .Select(element =>
                    $"{element.Groups[1].Value} {string.Join(' ', Attribute().Matches(element.Groups[2].Value).Select(match => match.Groups[1].Value))}"
                )
        );

    [GeneratedRegex("""[<>"'&]""")]
    private static partial Regex Markup();

    [GeneratedRegex(@"<(script|style)>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("<([/!]?[a-zA-Z][^ />]*)((?:[^>\"]|\"[^\"]*\")*)>")]
    private static partial Regex Element();

    [GeneratedRegex("([a-z-]+)(?:=\"[^\"]*\")?")]
    private static partial Regex Attribute();

    [GeneratedRegex("""<[^>]* (src|href|action|background)=|@import|url\(""")]
    private static partial Regex Loads();
}
