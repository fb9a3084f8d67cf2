namespace Mooring.TargetGroupBindings;

/// <summary>A published version of the controller's chart, and the controller that it ships.</summary>
/// <param name="ChartVersion">Version of the chart.</param>
/// <param name="Controller">Version of the controller in it.</param>
public sealed record CheckedControllerChart(string ChartVersion, ControllerVersion Controller);
