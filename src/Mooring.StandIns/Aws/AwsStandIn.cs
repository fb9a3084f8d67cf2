using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>The stand-in of the AWS provider.</summary>
internal sealed class AwsStandIn()
    : StandIn("aws", [.. LoadBalancing.Resources, .. Eks.Resources, .. Iam.Resources, .. Ec2.Resources], Lookups.DataSources, ClusterToken.EphemeralResource)
{
    /// <inheritdoc/>
    public override ProviderContext Configure(PretendedAccount account, Value configuration)
    {
        var allowed = configuration["allowed_account_ids"];
        return allowed.Elements.Count == 0 || allowed.Elements.Contains(account.AccountId)
            ? new AwsContext(account, configuration)
            : throw new RemoteException($"AWS account ID not allowed: {account.AccountId}");
    }
}
