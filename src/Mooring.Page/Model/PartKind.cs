namespace Mooring.Page.Model;

/// <summary>The kinds of parts that a request passes, in this order: the columns of the drawing.</summary>
public enum PartKind
{
    /// <summary>A host name and a path.</summary>
    Request,

    /// <summary>A rule of a listener, or its default action.</summary>
    Rule,

    /// <summary>A target group.</summary>
    TargetGroup,

    /// <summary>A cluster.</summary>
    Cluster,

    /// <summary>A Kubernetes Service.</summary>
    Service,
}
