using System.Text.Json;

namespace Mooring.Rehearsal.Terraform;

/// <summary>The oldest version of Terraform that supports a stack.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Reason">The feature that needs it.</param>
/// <seealso href="https://developer.hashicorp.com/terraform/language/upgrade-guides"/>
public sealed record RequiredTerraform(Version Version, string Reason)
{
    private static readonly RequiredTerraform s_always = new(new Version(1, 0), "providers of plugin protocol 6");
    private static readonly RequiredTerraform s_cloud = new(new Version(1, 1), "the 'cloud' block");
    private static readonly RequiredTerraform s_import = new(new Version(1, 5), "'import' blocks");
    private static readonly RequiredTerraform s_removed = new(new Version(1, 7), "'removed' blocks");
    private static readonly RequiredTerraform s_ephemeral = new(new Version(1, 10), "'ephemeral' blocks");
    private static readonly RequiredTerraform s_lockFile = new(new Version(1, 10), "'use_lockfile' of the S3 backend");

    /// <summary>The version that a stack needs.</summary>
    /// <param name="stack">The Terraform JSON of the stack.</param>
    public static RequiredTerraform Of(JsonElement stack)
    {
        var terraform = stack.GetProperty("terraform");
        var hasLockFile =
            terraform.TryGetProperty("backend", out var backend) && backend.TryGetProperty("s3", out var s3) && s3.TryGetProperty("use_lockfile", out _);
        return hasLockFile ? s_lockFile
            : stack.TryGetProperty("ephemeral", out _) ? s_ephemeral
            : stack.TryGetProperty("removed", out _) ? s_removed
            : stack.TryGetProperty("import", out _) ? s_import
            : terraform.TryGetProperty("cloud", out _) ? s_cloud
            : s_always;
    }

    /// <summary>Requires that Terraform is new enough.</summary>
    /// <exception cref="TerraformException">It is older.</exception>
    public void Require(Version found)
    {
        if (found < Version)
        {
            throw new TerraformException(
                $"Terraform {Version} or later is needed for {Reason}, and '{TerraformProgram.Command}' is {found}: install a newer one, or name it "
                    + $"in {TerraformProgram.Variable}"
            );
        }
    }
}
