using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks;
using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>What a fleet's workspaces need in HCP Terraform, and in AWS, and none of its stacks creates.</summary>
internal static class ExistingHcpTerraform
{
    /// <summary>Adds it to an account.</summary>
    public static void AddTo(PretendedAccount account, FleetSpec fleet)
    {
        if (fleet.Backend.Cloud is not { } cloud)
        {
            return;
        }

        var existing = new ExistingWorkspaces(account, cloud.Organization, cloud.Hostname);
        if (cloud.Project is { } project && (cloud.ExistingProject || !cloud.ManagesWorkspaces))
        {
            existing.AddProject(project);
        }

        if (cloud.Workspaces != WorkspaceSource.Managed)
        {
            // Those that terraform init creates.
            FleetLayout.PlacesOf(fleet).ToList().ForEach(place => existing.AddWorkspace(StateBackend.WorkspaceOf(fleet, place.Name)));
        }

        if (cloud.AgentPool is { } pool)
        {
            existing.AddAgentPool(pool);
        }

        if (cloud.DynamicCredentials is { RoleArn: null, OidcProvider: OidcProviderSource.Existing })
        {
            ExistingParts
                .In(account, FleetLocation.Of(fleet, name: null))
                .Add("aws_iam_openid_connect_provider", [new("url", $"https://{cloud.EffectiveHostname}")]);
        }
    }
}
