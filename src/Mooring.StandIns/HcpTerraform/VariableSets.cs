using Mooring.StandIns.Providers;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>Variable sets, their variables, and who has them.</summary>
internal static class VariableSets
{
    private const string Set = "tfe_variable_set";

    /// <summary>Their resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new(Set)
            {
                Unique = ["organization", "name"],
                Duplicate = "Error creating variable set {0}: invalid attribute: Name has already been taken",
                Computed = creation => [new("id", creation.TfeId("varset")), new("parent_project_id", string.Empty)],
            },
            new("tfe_variable")
            {
                Unique = ["variable_set_id", "category", "key"],
                Duplicate = "Couldn't create variable: invalid attribute: Key has already been taken",
                Needs = [InSet],
                Computed = creation => [new("id", creation.TfeId("var")), new("readable_value", creation["value"])],
                ComputedAnew = ["readable_value"],
            },
            new("tfe_project_variable_set")
            {
                Needs = [InSet, Workspaces.InProject],
                Computed = creation => [new("id", $"{creation.Text("project_id")}_{creation.Text("variable_set_id")}")],
            },
            new("tfe_workspace_variable_set")
            {
                Needs = [InSet, Workspaces.OfWorkspace],
                Computed = creation => [new("id", $"{creation.Text("workspace_id")}_{creation.Text("variable_set_id")}")],
            },
        ];

    private static Need InSet { get; } = new("variable_set_id", Set, "id", "resource not found: variable set {0}");
}
