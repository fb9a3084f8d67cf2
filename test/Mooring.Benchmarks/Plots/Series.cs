using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Plots;

/// <summary>A line in a plot.</summary>
/// <param name="Name">The name at its end.</param>
/// <param name="Style">How it is drawn, a class of <see cref="PlotStyle"/>.</param>
/// <param name="Points">Its points, with the spread of what was measured.</param>
internal sealed record Series(string Name, string Style, IReadOnlyList<(double X, Summary Y)> Points);
