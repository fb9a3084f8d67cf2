namespace Mooring.Synthesis;

/// <summary>What a change of a fleet does to a stack.</summary>
internal enum StackChange
{
    /// <summary>The fleet has it now.</summary>
    Added,

    /// <summary>Its Terraform is another one.</summary>
    Changed,

    /// <summary>The fleet no longer has it: its resources are to be destroyed.</summary>
    Removed,
}
