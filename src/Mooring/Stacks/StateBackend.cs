using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>Defines where a stack's state is stored, and that Terraform locks it there.</summary>
internal static class StateBackend
{
    /// <summary>Adds the backend that a fleet chooses to a stack, or that of its location.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="location">Name of the stack's location; <see langword="null"/> for the default one.</param>
    public static void Define(TerraformStack stack, string name, FleetSpec fleet, string? location)
    {
        if (location is not null && fleet.Locations.GetValueOrDefault(location) is { State: { } own })
        {
            DefineS3(stack, name, fleet, own, FleetLocation.Of(fleet, location));
            return;
        }

        switch (fleet.Backend)
        {
            case { S3: { } s3 }:
                DefineS3(stack, name, fleet, s3, FleetLocation.Of(fleet, name: null) with { AssumeRole = null });
                break;
            case { Cloud: { } cloud }:
                DefineCloud(stack, name, fleet, cloud);
                break;
            default:
                DefineLocal(stack, name, fleet);
                break;
        }
    }

    /// <summary>
    /// CDKTF's default is an absolute path next to the output directory. This is a file in the same place, named from the stack's folder, where
    /// Terraform runs, so that the output does not depend on where it was synthesized; and its name contains the fleet's, so that two fleets side
    /// by side do not use the same state.
    /// </summary>
    private static void DefineLocal(TerraformStack stack, string name, FleetSpec fleet) =>
        _ = new LocalBackend(stack, new LocalBackendConfig { Path = $"../../../terraform.{NameOf(fleet, name)}.tfstate" });

    /// <summary>Name of a stack's workspace in HCP Terraform.</summary>
    public static string WorkspaceOf(FleetSpec fleet, string stack) => FleetNames.Workspace(NameOf(fleet, stack));

    /// <summary>Name of a stack's state, which no stack of a fleet with another name has.</summary>
    public static string NameOf(FleetSpec fleet, string stack) =>
        FleetNames.State(fleet, stack, StackKind.All.Where(kind => !kind.IsOfWholeFleet).Select(kind => kind.Name));

    /// <summary>The fleet's own backend is reached with Terraform's own credentials, that of a location as its role.</summary>
    private static void DefineS3(TerraformStack stack, string name, FleetSpec fleet, S3BackendSpec s3, FleetLocation location)
    {
        var backend = new S3Backend(
            stack,
            new S3BackendConfig
            {
                Bucket = s3.Bucket,
                Key = $"{s3.KeyPrefix ?? fleet.Name}/{name}.tfstate",
                Region = s3.Region ?? location.Region,
                Encrypt = true,
            }
        );

        // CDKTF 0.21 is older than Terraform 1.10's lock file in the bucket and has no property for it.
        backend.AddOverride("use_lockfile", true);
        if (location.AssumeRole is { } role)
        {
            // The kernel in .NET knows no blocks in a backend.
            backend.AddOverride("assume_role", new Dictionary<string, object> { ["role_arn"] = role });
        }
    }

    /// <summary>
    /// Adds the backend of the stack that creates the workspaces: a workspace that <c>terraform init</c> creates. A project that this stack creates cannot be
    /// named here, because <c>terraform init</c> would create that, too.
    /// </summary>
    public static void DefineOfWorkspaces(TerraformStack stack, string name, FleetSpec fleet, CloudBackendSpec cloud) =>
        DefineCloud(stack, name, fleet, cloud with { Project = cloud.ExistingProject ? cloud.Project : null });

    private static void DefineCloud(TerraformStack stack, string name, FleetSpec fleet, CloudBackendSpec cloud) =>
        _ = new CloudBackend(
            stack,
            new CloudBackendConfig
            {
                Organization = cloud.Organization,
                Hostname = cloud.Hostname,
                Workspaces = new NamedCloudWorkspace(WorkspaceOf(fleet, name), cloud.Project),
            }
        );
}
