using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Plots;

/// <summary>
/// Colours and lines, as CSS. The picture brings its own background and follows the reader's scheme, so that it is legible on any page. Without
/// colours, the dashes, the order of markers and the names at the ends identify lines.
/// </summary>
internal static class PlotStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #24292f; }
        .title { font-size: 16px; font-weight: 600; }
        .background { fill: #ffffff; }
        .grid { stroke: #d8dee4; stroke-width: 1; }
        .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
        .spread { stroke-width: 1.5; }
        .leader { fill: none; stroke-width: 1; opacity: 0.6; }
        .mooring { stroke: #0550ae; } .mooring.marker, .mooring.name { fill: #0550ae; }
        .typescript { stroke: #bc4c00; } .typescript.marker, .typescript.name { fill: #bc4c00; }
        .floor { stroke: #6e7781; } .floor.marker, .floor.name { fill: #6e7781; }
        text.name { stroke: none; font-weight: 500; }
        .second.line { stroke-dasharray: 8 4; }
        .third.line { stroke-dasharray: 2 4; }
        .fourth.line { stroke-dasharray: 8 4 2 4; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3; }
          .background { fill: #0d1117; }
          .grid { stroke: #30363d; }
          .mooring { stroke: #58a6ff; } .mooring.marker, .mooring.name { fill: #58a6ff; }
          .typescript { stroke: #f0883e; } .typescript.marker, .typescript.name { fill: #f0883e; }
          .floor { stroke: #8b949e; } .floor.marker, .floor.name { fill: #8b949e; }
        }
        """;

    /// <summary>The classes of a contender.</summary>
    public static string Of(Contender contender) =>
        contender switch
        {
            Contender.Cold => "mooring",
            Contender.ColdNode => "mooring fourth",
            Contender.OneChanged => "mooring second",
            Contender.Unchanged => "mooring third",
            Contender.TypeScript => "typescript",
            Contender.TypeScriptLazy => "typescript second",
            Contender.Write => "floor second",
            Contender.Read => "floor third",
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };
}
