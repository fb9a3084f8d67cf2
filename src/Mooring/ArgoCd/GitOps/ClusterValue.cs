namespace Mooring.ArgoCd.GitOps;

/// <summary>
/// A value that the generator of an ApplicationSet takes from a cluster's Secret, and how the template of the ApplicationSet names it. A missing
/// annotation is an empty value: an error in the generator would stop all clusters, and would not say which one it is.
/// </summary>
/// <param name="Name">Its name among the generator's <c>values</c>.</param>
/// <param name="Template">The template.</param>
/// <param name="Annotation">The annotation that a Secret must have; none for a value that may be missing.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/"/>
internal sealed record ClusterValue(string Name, string Template, string? Annotation = null)
{
    /// <summary>What the cluster is called in the names of its Applications. A Secret without it still gets an Application, which shows the error.</summary>
    public static ClusterValue Application { get; } = Required("application", ClusterAnnotations.Application, otherwise: ".nameNormalized");

    /// <summary>Name of the cluster in EKS.</summary>
    public static ClusterValue ClusterName { get; } = Required("clusterName", ClusterAnnotations.ClusterName);

    /// <summary>Region of the cluster.</summary>
    public static ClusterValue Region { get; } = Required("region", ClusterAnnotations.Region);

    /// <summary>VPC of the cluster.</summary>
    public static ClusterValue VpcId { get; } = Required("vpcId", ClusterAnnotations.VpcId);

    /// <summary>Role of the controller.</summary>
    public static ClusterValue RoleArn { get; } = Required("roleArn", ClusterAnnotations.RoleArn);

    /// <summary>Role of the controller, nothing where it has none.</summary>
    public static ClusterValue RoleArnIfAny { get; } = RoleArn with { Annotation = null };

    /// <summary>Version of the controller's chart.</summary>
    public static ClusterValue ChartVersion { get; } = Required("chartVersion", ClusterAnnotations.ChartVersion);

    /// <summary>Feature gates, JSON.</summary>
    public static ClusterValue ControllerConfig { get; } = Required("controllerConfig", ClusterAnnotations.ControllerConfig, otherwise: "\"{}\"");

    /// <summary>CPU and memory of a replica, JSON.</summary>
    public static ClusterValue Resources { get; } = Required("resources", ClusterAnnotations.Resources, otherwise: "\"{}\"");

    /// <summary>Further values of the controller's chart, JSON; most clusters have none.</summary>
    public static ClusterValue ControllerValues { get; } = new("controllerValues", TemplateOf(ClusterAnnotations.ControllerValues, "\"{}\""));

    /// <summary>The namespaces to create, a JSON list; most clusters have none.</summary>
    public static ClusterValue Namespaces { get; } = new("namespaces", TemplateOf(ClusterAnnotations.Namespaces, "\"[]\""));

    /// <summary>The bindings, a JSON list.</summary>
    public static ClusterValue Bindings { get; } = Required("bindings", ClusterAnnotations.Bindings, otherwise: "\"[]\"");

    /// <summary>What happens to the resources of a removed Application.</summary>
    public static ClusterValue OnRemoval { get; } = new("onRemoval", TemplateOf(ClusterAnnotations.OnRemoval, $"\"{RemovalPolicy.Keep.Word()}\""));

    /// <summary>How the template names it.</summary>
    public string Placeholder => $$$"""{{ {{{Path}}} }}""";

    /// <summary>How an expression of the template names it.</summary>
    public string Path => $".values.{Name}";

    /// <summary>The annotations that a Secret lacks, with the cluster's name; empty where it has all of them.</summary>
    public static ClusterValue ErrorOf(IEnumerable<ClusterValue> values)
    {
        var keys = string.Join(' ', values.Select(value => value.Annotation).OfType<string>().Select(key => $"\"{key}\""));
        return new(
            "error",
            """{{ $annotations := index .metadata "annotations" }}{{ range $key := list """
                + keys
                + " }}{{ if not (and $annotations (index $annotations $key)) }}cluster {{ $.name }} has no annotation {{ $key }}. {{ end }}{{ end }}"
        );
    }

    private static ClusterValue Required(string name, string annotation, string? otherwise = null) => new(name, TemplateOf(annotation, otherwise), annotation);

    private static string TemplateOf(string annotation, string? otherwise)
    {
        var value = $$$"""{{ $value := "" }}{{ with index .metadata "annotations" }}{{ $value = index . "{{{annotation}}}" }}{{ end }}""";
        return value + (otherwise is null ? "{{ $value }}" : $$$"""{{ default {{{otherwise}}} $value }}""");
    }
}
