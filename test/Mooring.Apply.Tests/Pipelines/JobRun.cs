namespace Mooring.Apply.Tests.Pipelines;

/// <summary>How a job of a pipeline ended.</summary>
/// <param name="Directory">The directory that it ran in.</param>
/// <param name="Output">What its lines wrote.</param>
/// <param name="FailedStep">The step that failed; <see langword="null"/> where none did.</param>
internal sealed record JobRun(string Directory, string Output, string? FailedStep);
