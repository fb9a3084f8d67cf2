namespace Mooring.ArgoCd.GitOps;

/// <summary>
/// A value that the generator of an ApplicationSet takes from a cluster's Secret, and how the template of the ApplicationSet names it. Go's
/// <c>index</c> returns an empty value for a missing annotation, so the template raises the error itself.
/// </summary>
/// <param name="Name">Its name among the generator's <c>values</c>.</param>
/// <param name="Template">The template.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/"/>
internal sealed record ClusterValue(string Name, string Template)
{
    /// <summary>What the cluster is called in the names of its Applications.</summary>
    public static ClusterValue Application { get; } = Required("application", ClusterAnnotations.Application);

    /// <summary>Name of the cluster in EKS: its name in Argo CD, unless an annotation contains another.</summary>
    public static ClusterValue ClusterName { get; } = new("clusterName", Annotation(ClusterAnnotations.ClusterName, "{{ .name }}"));

    /// <summary>Region of the cluster.</summary>
    public static ClusterValue Region { get; } = Required("region", ClusterAnnotations.Region);

    /// <summary>VPC of the cluster.</summary>
    public static ClusterValue VpcId { get; } = Required("vpcId", ClusterAnnotations.VpcId);

    /// <summary>Role of the controller.</summary>
    public static ClusterValue RoleArn { get; } = Required("roleArn", ClusterAnnotations.RoleArn);

    /// <summary>Role of the controller, nothing where it has none.</summary>
    public static ClusterValue RoleArnIfAny { get; } = new("roleArn", Annotation(ClusterAnnotations.RoleArn, string.Empty));

    /// <summary>The bindings, a JSON list.</summary>
    public static ClusterValue Bindings { get; } = Required("bindings", ClusterAnnotations.Bindings);

    /// <summary>How the template names it.</summary>
    public string Placeholder => $$$"""{{ .values.{{{Name}}} }}""";

    private static ClusterValue Required(string name, string annotation) =>
        new(name, Annotation(annotation, $$$"""{{ printf "cluster %s has no annotation {{{annotation}}}" .name | fail }}"""));

    private static string Annotation(string annotation, string otherwise) =>
        $$$"""{{ with index .metadata.annotations "{{{annotation}}}" }}{{ . }}{{ else }}{{{otherwise}}}{{ end }}""";
}
