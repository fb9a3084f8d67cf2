using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>The configured provider of HCP Terraform: one installation of it.</summary>
internal sealed class TfeContext(PretendedAccount account, string? hostname) : ProviderContext(account)
{
    /// <summary>Host name of HCP Terraform, where the configuration names none.</summary>
    public const string DefaultHostname = "app.terraform.io";

    /// <inheritdoc/>
    public override string Scope => hostname ?? DefaultHostname;
}
