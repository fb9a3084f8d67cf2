namespace Mooring.Fleet;

/// <summary>Defines the directory in Git from which Argo CD installs the controllers and the bindings.</summary>
public sealed record GitOpsSpec
{
    /// <summary>URL of the Git repository that the directory is committed to.</summary>
    public required string RepoUrl { get; init; }

    /// <summary>Where the directory is in the repository.</summary>
    /// <value>Defaults to <c>apps/aws-lb-controller</c>.</value>
    public string Path { get; init; } = "apps/aws-lb-controller";

    /// <summary>Branch, tag or commit that Argo CD takes the chart of the bindings from.</summary>
    /// <value>Defaults to <c>HEAD</c>, the repository's default branch.</value>
    public string TargetRevision { get; init; } = "HEAD";

    /// <summary>Argo CD project that the Applications are in.</summary>
    /// <value>Defaults to <c>default</c>.</value>
    public string Project { get; init; } = "default";
}
