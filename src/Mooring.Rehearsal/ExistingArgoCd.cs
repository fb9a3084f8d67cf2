using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>The Argo CD of another fleet, which is simulated: its cluster and its role.</summary>
internal static class ExistingArgoCd
{
    /// <summary>Adds them to an account, where a fleet has its clusters registered there.</summary>
    public static void AddTo(PretendedAccount account, FleetSpec fleet)
    {
        if (fleet.ArgoCd is not { Existing: true } argoCd)
        {
            return;
        }

        var existing = ExistingParts.In(account, FleetLocation.OfArgoCd(fleet));
        var cluster = existing.Add("aws_eks_cluster", [new("name", argoCd.Cluster)]);
        if (argoCd.Role is not { } arn)
        {
            return;
        }

        var issuer = cluster.At("identity", "oidc", "issuer").Text!;
        var provider = existing.Add("aws_iam_openid_connect_provider", [new("url", issuer)]);
        var name = arn.Split('/')[^1];
        var path = arn[(arn.IndexOf(":role/", StringComparison.Ordinal) + 5)..^name.Length];
        existing.Add(
            "aws_iam_role",
            [new("name", name), new("path", path), new("assume_role_policy", TrustOf(provider["arn"].Text!, issuer, argoCd.Namespace))]
        );
        existing.Add("aws_iam_role_policy", [new("role", name), new("name", name), new("policy", PolicyOf(fleet, arn))]);
    }

    private static string TrustOf(string provider, string issuer, string space)
    {
        var host = issuer.Replace("https://", string.Empty, StringComparison.Ordinal);
        return $$"""
            {
              "Statement": [{
                "Effect": "Allow",
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Principal": { "Federated": "{{provider}}" },
                "Condition": { "StringLike": { "{{host}}:sub": "system:serviceaccount:{{space}}:argocd-*" } }
              }]
            }
            """;
    }

    /// <summary>The team that runs Argo CD has let its role assume this fleet's roles in all accounts, as docs/locations.md asks for.</summary>
    private static string PolicyOf(FleetSpec fleet, string role)
    {
        var partition = role.Split(':')[1];
        return $$"""
            {
              "Statement": [{
                "Effect": "Allow",
                "Action": "sts:AssumeRole",
                "Resource": "arn:{{partition}}:iam::*:role{{FleetNames.ArgoCdAccessPath(fleet)}}*"
              }]
            }
            """;
    }
}
