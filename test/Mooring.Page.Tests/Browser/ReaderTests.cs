using System.Text.Json;
using Deque.AxeCore.Commons;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Page.Model;
using Mooring.TestKit.Programs;
using PuppeteerSharp.Media;
using Xunit;

namespace Mooring.Page.Tests.Browser;

/// <summary>What a reader does with the page: filters it, walks through it, prints it, with the keyboard and with a screen reader.</summary>
public sealed class ReaderTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IReadOnlyList<PageState> s_steps =
    [
        new("Before", PageFleets.Sample),
        new("Half", PageFleets.SampleWith("weight: 90", "weight: 10")),
        new("After", PageFleets.SampleWith("weight: 90", "weight: 0"))
        {
            Warnings = [new("W003", new Fault("fleet.yaml", 1, 1, "clusters.green.version", "is in extended support"))],
        },
    ];

    [TheoryWhereInstalled(Chromium.Program)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_has_no_fault_that_axe_finds_in_light_or_dark(bool isDark)
    {
        await using var open = await chromium.OpenAsync(s_steps, isDark);
        await open.Page.EvaluateExpressionAsync(new BundledAxeScriptProvider().GetScript());

        var result = await open.EvaluateAsync<JsonElement>("axe.run()");

        result.GetProperty("violations").EnumerateArray().Select(Described).Should().BeEmpty();
        result.GetProperty("passes").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).Should().Contain(["color-contrast", "label"]);
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task The_filter_leaves_the_routes_of_a_cluster()
    {
        await using var open = await chromium.OpenAsync([new("Now", PageFleets.Sample)]);

        await open.Page.TypeAsync("#filter", "green");

        (await open.TextsAsync(".filter output")).Should().Equal("2 of 8 routes");
        (await open.TextsAsync(".routes tbody th")).Should().Equal("shop.example.com", "green.shop.example.com");
        (await open.TextsAsync(".card .name"))
            .Should()
            .BeEquivalentTo(["shop.example.com", "green.shop.example.com", "shop", "green", "shop-green-4d89a107", "green", "traefik/traefik:80"]);
        (await open.TextsAsync(".clusters tbody th")).Should().Equal("green");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task The_filter_leaves_the_routes_of_a_host_and_gives_the_others_back()
    {
        await using var open = await chromium.OpenAsync([new("Now", PageFleets.Sample)]);

        await open.Page.TypeAsync("#filter", "Blue.Shop");
        (await open.TextsAsync(".card.cluster .name")).Should().Equal("blue");
        await open.Page.FocusAsync("#filter");
        await open.Page.Keyboard.PressAsync("Escape");

        (await open.TextsAsync(".card.cluster .name")).Should().BeEquivalentTo("blue", "green", "root");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task A_change_is_opened_at_its_end_and_walked_through_with_the_keyboard()
    {
        await using var open = await chromium.OpenAsync(s_steps);
        (await open.TextsAsync("h2")).Should().Equal("The whole change, compared with Before");

        await open.Page.FocusAsync("[data-view='3']");
        List<string> seen = [];
        for (var step = 0; step < 4; step++)
        {
            await open.Page.Keyboard.PressAsync("ArrowLeft");
            seen.AddRange(await open.TextsAsync("h2"));
        }

        seen.Should().Equal("After, compared with Half", "Half, compared with Before", "Before", "Before");
        (await open.TextsAsync("[aria-current=step]")).Should().Equal("Before");
        (await open.EvaluateAsync<string>("document.activeElement.innerText")).Should().Be("Before", "the keyboard stays in the strip");
        await open.Page.ClickAsync("[data-walk='1']");
        (await open.TextsAsync("h2")).Should().Equal("Half, compared with Before");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task What_changes_has_a_word_and_a_sign_and_a_warning_is_where_it_belongs()
    {
        await using var open = await chromium.OpenAsync(s_steps);

        (await open.TextsAsync(".changes li"))
            .Should()
            .Contain("~ changed share of shop.example.com for green (rule shop, target group shop-green-4d89a107): 10 % \u2192 100 %");
        (await open.TextsAsync(".card.cluster .warning")).Should().Equal("\u26A0 W003 is in extended support");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task On_paper_it_is_light_and_has_nothing_to_press()
    {
        await using var open = await chromium.OpenAsync(s_steps, isDark: true);

        await open.Page.EmulateMediaTypeAsync(MediaType.Print);

        (await open.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).Should().Be("rgb(255, 255, 255)");
        (await open.TextsAsync("button, input")).Should().BeEmpty();
        (await open.TextsAsync(".card.cluster .name")).Should().BeEquivalentTo("blue", "green", "root");
    }

    private static string Described(JsonElement violation) =>
        $"{violation.GetProperty("id")}: {violation.GetProperty("help")}: {violation.GetProperty("nodes")[0].GetProperty("html")}";
}
