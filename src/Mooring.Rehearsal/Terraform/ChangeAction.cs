namespace Mooring.Rehearsal.Terraform;

/// <summary>The planned action for a resource.</summary>
public enum ChangeAction
{
    /// <summary>No change.</summary>
    NoOp,

    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is updated in place.</summary>
    Update,

    /// <summary>It is destroyed.</summary>
    Delete,

    /// <summary>It is replaced: the new one is created first, then the old one destroyed.</summary>
    CreateBeforeDelete,

    /// <summary>It is replaced: the old one is destroyed first, then the new one created.</summary>
    DeleteBeforeCreate,

    /// <summary>It leaves the state and is not destroyed.</summary>
    Forget,

    /// <summary>A data source that is read only during apply.</summary>
    Read,
}
