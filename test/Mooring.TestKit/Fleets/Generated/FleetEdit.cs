namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Something that a user does to a fleet file.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Apply">Does it; <see langword="false"/> where the fleet has nothing that it could be done to.</param>
internal sealed record FleetEdit(string Name, Func<EditedFleet, bool> Apply)
{
    /// <summary>All edits.</summary>
    public static IReadOnlyList<FleetEdit> All { get; } =
    [.. SettingEdits.All, .. LoadBalancerEdits.All, .. RuleEdits.All, .. BindingEdits.All, .. ClusterEdits.All, .. NodeEdits.All, .. AdoptionEdits.All];
}
