using System.Text.Json.Nodes;
using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>The workspace of a stack in HCP Terraform, whose state is a local file of the rehearsal.</summary>
internal static class RehearsedWorkspace
{
    /// <summary>Tells a stack's workspace how many resources its state has, where the workspace is simulated: it is not deleted while there are any.</summary>
    /// <param name="account">The account, which the organization is simulated with.</param>
    /// <param name="file">The stack's Terraform JSON.</param>
    /// <param name="stateFile">The file of its state.</param>
    public static async Task CountAsync(PretendedAccount account, string file, string stateFile)
    {
        if (JsonNode.Parse(await File.ReadAllTextAsync(file))!["terraform"]?["cloud"] is not { } cloud || !File.Exists(stateFile))
        {
            return;
        }

        var resources = JsonNode.Parse(await File.ReadAllTextAsync(stateFile))!["resources"]!.AsArray();
        var managed = resources.Where(resource => $"{resource!["mode"]}" == "managed").Sum(resource => resource!["instances"]!.AsArray().Count);
        new ExistingWorkspaces(account, $"{cloud["organization"]}", (string?)cloud["hostname"]).SetResources($"{cloud["workspaces"]!["name"]}", managed);
    }
}
