using System.Globalization;
using System.Xml.Linq;

namespace Mooring.Benchmarks.Plots;

/// <summary>
/// A plot with logarithmic axes, as SVG. It is written here because a plotting library would bring a native renderer into every build of the
/// solution, and its SVG could neither be reviewed nor follow the reader's colour scheme.
/// </summary>
/// <param name="title">The title.</param>
/// <param name="xLabel">The label of the horizontal axis.</param>
/// <param name="yLabel">What the vertical axis is, with its unit.</param>
internal sealed class SvgPlot(string title, string xLabel, string yLabel)
{
    private const double Width = 860;
    private const double Height = 480;
    private const double Left = 70;
    private const double Right = 610;
    private const double Top = 56;
    private const double Bottom = 420;
    private const double LabelDistance = 18;

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws the plot.</summary>
    /// <param name="series">Its lines.</param>
    public string Draw(IReadOnlyList<Series> series)
    {
        double[] xs = [.. series.SelectMany(line => line.Points.Select(point => point.X)).Distinct().Order()];
        var x = xs.Length > 1 ? new LogAxis(xs[0], xs[^1], Left, Right) : new LogAxis(xs[0] / 2, xs[0] * 2, Left, Right);
        var y = LogAxis.Around([.. series.SelectMany(line => line.Points).SelectMany(point => new[] { point.Y.Min, point.Y.Max })], Bottom, Top);
        var svg = new XElement(
            s_svg + "svg",
            Attributes(("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", title)),
            new XElement(s_svg + "style", $"\n{PlotStyle.Css}\n"),
            Element("rect", "background", ("width", Width), ("height", Height)),
            Text(title, "title", Left, 30, "start"),
            Text(xLabel, "axis", (Left + Right) / 2, Height - 16, "middle"),
            Turned(Text(yLabel, "axis", 0, 0, "middle"), 20, (Top + Bottom) / 2),
            xs.SelectMany(tick => Tick(x.Map(tick), Top, x.Map(tick), Bottom, tick, x.Map(tick), Bottom + 20, "middle")),
            y.Ticks.SelectMany(tick => Tick(Left, y.Map(tick), Right, y.Map(tick), tick, Left - 8, y.Map(tick) + 4, "end")),
            series.SelectMany(line => Line(line, x, y)),
            Names(series, y)
        );
        return $"{svg}\n";
    }

    private static IEnumerable<XElement> Tick(double x1, double y1, double x2, double y2, double value, double textX, double textY, string anchor) =>
        [
            Element("line", "grid", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)),
            Text(value.ToString("0.######", CultureInfo.InvariantCulture), "tick", textX, textY, anchor),
        ];

    private static IEnumerable<XElement> Line(Series series, LogAxis x, LogAxis y)
    {
        var points = string.Join(' ', series.Points.Select(point => Invariant($"{x.Map(point.X):0.#},{y.Map(point.Y.Median):0.#}")));
        yield return new XElement(s_svg + "polyline", Attributes(("class", $"{series.Style} line"), ("points", points)));
        foreach (var (value, spread) in series.Points)
        {
            yield return Element(
                "line",
                $"{series.Style} spread",
                ("x1", x.Map(value)),
                ("y1", y.Map(spread.Min)),
                ("x2", x.Map(value)),
                ("y2", y.Map(spread.Max))
            );
            yield return Element("circle", $"{series.Style} marker", ("cx", x.Map(value)), ("cy", y.Map(spread.Median)), ("r", 3));
        }
    }

    /// <summary>The names at the ends of the lines, each joined to its line, so that no legend is needed.</summary>
    private static IEnumerable<XElement> Names(IReadOnlyList<Series> series, LogAxis y)
    {
        double[] ends = [.. series.Select(line => y.Map(line.Points[^1].Y.Median))];
        var places = SpreadLabels.Spread(ends, LabelDistance, Bottom);
        return series.SelectMany(
            (line, index) =>
                new[]
                {
                    Element("line", $"{line.Style} leader", ("x1", Right + 5), ("y1", ends[index]), ("x2", Right + 22), ("y2", places[index])),
                    Text(line.Name, $"{line.Style} name", Right + 26, places[index] + 4, "start"),
                }
        );
    }

    private static XElement Turned(XElement text, double x, double y)
    {
        text.Add(Attributes(("transform", Invariant($"translate({x:0.#} {y:0.#}) rotate(-90)"))));
        return text;
    }

    private static XElement Text(string text, string style, double x, double y, string anchor) =>
        new(s_svg + "text", Attributes(("class", style), ("x", Invariant($"{x:0.#}")), ("y", Invariant($"{y:0.#}")), ("text-anchor", anchor)), text);

    private static XElement Element(string name, string style, params (string Name, double Value)[] attributes) =>
        new(s_svg + name, Attributes([("class", style), .. attributes.Select(attribute => (attribute.Name, Invariant($"{attribute.Value:0.#}")))]));

    private static IEnumerable<XAttribute> Attributes(params (string Name, string Value)[] attributes) =>
        attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
