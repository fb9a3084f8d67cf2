using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>The stand-in of the provider of HCP Terraform.</summary>
internal sealed class TfeStandIn()
    : StandIn(
        "tfe",
        [.. Workspaces.Resources, .. VariableSets.Resources],
        [Found("tfe_project", "could not find project {0}"), Found("tfe_agent_pool", "could not find agent pool {0}")]
    )
{
    /// <inheritdoc/>
    public override ProviderContext Configure(PretendedAccount account, Value configuration) => new TfeContext(account, configuration["hostname"].Text);

    private static DataSource Found(string type, string missing) =>
        new(
            type,
            (configuration, context) =>
                context.Named(type, configuration).FirstOrDefault()
                ?? throw new RemoteException(
                    missing.Replace("{0}", $"{configuration["organization"].Text}/{configuration["name"].Text}", StringComparison.Ordinal)
                )
        );
}
