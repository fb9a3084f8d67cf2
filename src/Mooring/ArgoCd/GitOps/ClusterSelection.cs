namespace Mooring.ArgoCd.GitOps;

/// <summary>Which clusters an ApplicationSet selects, by the controller in them.</summary>
internal enum ClusterSelection
{
    /// <summary>All that Argo CD installs bindings into.</summary>
    All,

    /// <summary>Those into which Argo CD installs the controller.</summary>
    WithController,

    /// <summary>Those in which somebody else installed the controller.</summary>
    BindingsOnly,
}
