namespace Mooring.StandIns.Remote;

/// <summary>What Terraform asks a provider to do with AWS or a cluster.</summary>
public enum Operation
{
    /// <summary>Look whether a managed resource is as the state has it.</summary>
    ReadResource,

    /// <summary>Look something up.</summary>
    ReadDataSource,

    /// <summary>Create a resource.</summary>
    Create,

    /// <summary>Change a resource in place.</summary>
    Update,

    /// <summary>Destroy a resource.</summary>
    Delete,

    /// <summary>Import a resource that already exists into the state.</summary>
    Import,
}
