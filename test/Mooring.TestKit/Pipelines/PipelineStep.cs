namespace Mooring.TestKit.Pipelines;

/// <summary>Shell lines of a pipeline, as they stand in its file.</summary>
/// <param name="Job">The job that they belong to.</param>
/// <param name="Name">The step's name, or the first of its lines.</param>
/// <param name="Script">The lines.</param>
/// <param name="Variables">The environment variables that the file sets for them, with the file's expressions.</param>
public sealed record PipelineStep(string Job, string Name, string Script, IReadOnlyDictionary<string, string> Variables)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Job}: {Name}";
}
