namespace Mooring.StandIns.Remote;

/// <summary>An operation of a provider on AWS or a cluster.</summary>
public enum Operation
{
    /// <summary>Refresh a managed resource.</summary>
    ReadResource,

    /// <summary>Read a data source.</summary>
    ReadDataSource,

    /// <summary>Open an ephemeral resource.</summary>
    Open,

    /// <summary>Create a resource.</summary>
    Create,

    /// <summary>Update a resource in place.</summary>
    Update,

    /// <summary>Destroy a resource.</summary>
    Delete,

    /// <summary>Import a resource that already exists into the state.</summary>
    Import,
}
