using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>The stand-in of the AWS provider.</summary>
internal sealed class AwsStandIn()
    : StandIn(
        "aws",
        [.. LoadBalancing.Resources, .. Eks.Resources, .. Iam.Resources, .. Ec2.Resources, .. Messaging.Resources],
        Lookups.DataSources,
        ClusterToken.EphemeralResource
    )
{
    /// <summary>Configures the provider: it assumes the role first, and then asks STS which account it is in.</summary>
    /// <exception cref="RemoteException">The role does not let Terraform in, or the account is none of the allowed ones.</exception>
    public override ProviderContext Configure(PretendedAccount account, Value configuration)
    {
        if (AwsContext.RoleOf(configuration) is { } role && !account.AssumableRoles.Contains(role))
        {
            throw new RemoteException(
                "Cannot assume IAM Role: operation error STS: AssumeRole, https response error StatusCode: 403, api error "
                    + AssumedRole.Refusal(AwsContext.TerraformsSession(account, role), role)
            );
        }

        var context = new AwsContext(account, configuration);
        var allowed = configuration["allowed_account_ids"];
        return allowed.Elements.Count == 0 || allowed.Elements.Contains(context.AccountId)
            ? context
            : throw new RemoteException($"AWS account ID not allowed: {context.AccountId}");
    }
}
