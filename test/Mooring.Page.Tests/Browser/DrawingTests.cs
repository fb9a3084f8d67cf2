using FluentAssertions;
using Mooring.Page.Model;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Page.Tests.Browser;

/// <summary>The drawing, in a browser.</summary>
public sealed class DrawingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Overlapping = """
        (() => {
          const boxes = [...document.querySelectorAll(".view:not([hidden]) .card")].map((card) => card.getBoundingClientRect());
          return boxes.filter((one) => boxes.some((other) => other !== one && one.left < other.right && other.left < one.right
            && one.top < other.bottom - 1 && other.top < one.bottom - 1)).length;
        })()
        """;

    private const string CutByPages = """
        (() => {
          dispatchEvent(new Event("beforeprint"));
          const page = ((190 / 25.4) * 96) / 0.72;
          const pageOf = (y) => Math.floor(y / page);
          const isCut = (card) => pageOf(card.offsetTop) !== pageOf(card.offsetTop + card.offsetHeight);
          const cut = [...document.querySelectorAll(".group.tall .card")].filter(isCut);
          return [document.querySelectorAll(".group.tall").length, cut.length];
        })()
        """;

    public static TheoryData<string> Fleets => ["sample", "everything", "hub"];

    [TheoryWhereInstalled(Chromium.Program)]
    [MemberData(nameof(Fleets))]
    public async Task A_fleet_is_drawn_without_an_error_and_without_a_network(string fleet)
    {
        await using var open = await chromium.OpenAsync(StatesOf(fleet));

        open.Said.Should().BeEmpty();
        open.Requests.Should().OnlyContain(url => url.StartsWith("file:", StringComparison.Ordinal)).And.HaveCount(1);
        (await open.EvaluateAsync<int>("document.querySelectorAll('.line').length")).Should().BeGreaterThan(10);
        (await open.EvaluateAsync<int>("document.querySelectorAll('.line path:not([d])').length")).Should().Be(0, "every line is drawn");
        (await open.EvaluateAsync<int>(Overlapping)).Should().Be(0, "no card covers another one");
    }

    [TheoryWhereInstalled(Chromium.Program)]
    [MemberData(nameof(Fleets))]
    public async Task No_page_of_paper_ends_in_a_card(string fleet)
    {
        await using var open = await chromium.OpenAsync(StatesOf(fleet));

        var (tall, cut) = await open.EvaluateAsync<int[]>(CutByPages) is [var first, var second] ? (first, second) : default;

        cut.Should().Be(0);
        tall.Should().Be(fleet == "everything" ? 1 : 0, "only there a group of cards is taller than a page");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task A_line_is_as_thick_as_its_share()
    {
        await using var open = await chromium.OpenAsync([new("Now", PageFleets.SampleWith("weight: 90", "weight: 30"))]);

        var widths = await open.EvaluateAsync<double[]>(
            "['75', '25'].map(share => document.querySelector(`.line[data-share='0.${share}'] path`).getAttribute('stroke-width')).map(Number)"
        );

        widths[0].Should().BeApproximately(1.5 + (0.75 * 12.5), 0.1);
        widths[1].Should().BeApproximately(1.5 + (0.25 * 12.5), 0.1);
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task A_target_group_without_requests_has_a_dashed_line()
    {
        await using var open = await chromium.OpenAsync([new("Now", PageFleets.SampleWith("weight: 90", "weight: 0"))]);

        (await open.EvaluateAsync<string[]>("[...document.querySelectorAll('.line')].map(line => getComputedStyle(line.firstElementChild).strokeDasharray)"))
            .Count(dashes => dashes != "none")
            .Should()
            .Be(1);
        (await open.TextsAsync(".line text")).Should().Equal("0 %");
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task A_fleet_full_of_scripts_stays_text()
    {
        const string script = "</title></script></style><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload='alert(3)<!--";
        var hostile = new HostileFleet(script);

        await using var open = await chromium.OpenAsync([new(script, hostile.Of(PageFleets.Sample)), new(script, hostile.Of(PageFleets.Everything))]);

        open.Said.Should().BeEmpty();
        open.Requests.Should().HaveCount(1);
        (await open.EvaluateAsync<int>("document.images.length + document.scripts.length")).Should().Be(2, "the page has two scripts of its own");
        (await open.TextsAsync("h1")).Should().ContainSingle().Which.Should().Contain("<script>alert(1)</script>");
        (await open.TextsAsync(".card.cluster .name")).Should().OnlyContain(name => name.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [FactWhereInstalled(Chromium.Program)]
    public async Task Without_scripts_everything_can_be_read()
    {
        await using var open = await chromium.OpenAsync(
            [new("Before", PageFleets.Sample), new("After", PageFleets.SampleWith("weight: 90", "weight: 30"))],
            hasScripts: false
        );

        (await open.TextsAsync(".card.cluster .name")).Should().HaveCount(6, "both states are shown");
        (await open.TextsAsync(".routes tbody th")).Should().Contain("shop.example.com");
        (await open.TextsAsync(".strip, .filter")).Should().BeEmpty("neither would do anything");
    }

    private static IReadOnlyList<PageState> StatesOf(string fleet) =>
        [
            new(
                fleet,
                fleet switch
                {
                    "sample" => PageFleets.Sample,
                    "everything" => PageFleets.Everything,
                    _ => PageFleets.Hub(100),
                }
            ),
        ];
}
