using YamlDotNet.RepresentationModel;

namespace Mooring.TestKit.Pipelines;

/// <summary>A pipeline: those in <c>docs/pipelines</c>, and those of projects from the template.</summary>
internal sealed class PipelineFile
{
    private readonly YamlMappingNode _root;

    private PipelineFile(YamlMappingNode root, IReadOnlyList<PipelineStep> steps) => (_root, Steps) = (root, steps);

    /// <summary>All shell lines, in the order of the file.</summary>
    public IReadOnlyList<PipelineStep> Steps { get; }

    /// <summary>A job, as the file has it.</summary>
    public YamlMappingNode Job(string name) => (YamlMappingNode)(_root.Children.TryGetValue("jobs", out var jobs) ? jobs[name] : _root[name]);

    /// <summary>The workflow of GitHub Actions: the lines are the <c>run</c> of its steps.</summary>
    /// <param name="file">Its path; the one in <c>docs/pipelines</c> where there is none.</param>
    public static PipelineFile GitHub(string? file = null)
    {
        var root = Read(file ?? Repository.PathOf("docs", "pipelines", "github-actions.yml"));
        return new(
            root,
            [
                .. Mapping(root, "jobs")
                    .Children.SelectMany(job =>
                        Items(job.Value, "steps")
                            .OfType<YamlMappingNode>()
                            .Where(step => step.Children.ContainsKey("run"))
                            .Select(step => new PipelineStep($"{job.Key}", $"{step["name"]}", $"{step["run"]}", Variables(job.Value, step, "env")))
                    ),
            ]
        );
    }

    /// <summary>The pipeline of GitLab CI: the lines are the items of <c>script</c>.</summary>
    /// <param name="file">Its path; the one in <c>docs/pipelines</c> where there is none.</param>
    public static PipelineFile GitLab(string? file = null)
    {
        var root = Read(file ?? Repository.PathOf("docs", "pipelines", "gitlab-ci.yml"));
        return new(
            root,
            [
                .. root
                    .Children.Where(job => job.Value is YamlMappingNode mapping && mapping.Children.ContainsKey("script"))
                    .SelectMany(job =>
                        Items(job.Value, "script")
                            .Select(line => new PipelineStep($"{job.Key}", $"{line}".Split('\n')[0], $"{line}", Variables(root, job.Value, "variables")))
                    ),
            ]
        );
    }

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>The variables of an outer and an inner part of the file; those of the inner one win.</summary>
    private static Dictionary<string, string> Variables(YamlNode outer, YamlNode inner, string key)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Mapping(outer, key).Children.Concat(Mapping(inner, key).Children))
        {
            variables[$"{name}"] = $"{value}";
        }

        return variables;
    }

    private static YamlMappingNode Mapping(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? (YamlMappingNode)value : [];

    private static IEnumerable<YamlNode> Items(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? ((YamlSequenceNode)value).Children : [];
}
