using System.Text.Json.Nodes;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>The TargetGroupBindings of EKS Auto Mode, as their custom resource definition has them.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-multi-cluster-target-groups.html"/>
internal static class AutoModeBindings
{
    /// <summary>The API group.</summary>
    public const string Group = "eks.amazonaws.com";

    /// <summary>The API version.</summary>
    public const string ApiVersion = $"{Group}/v1";

    private static readonly string[] s_fields = ["targetGroupARN", "targetType", "serviceRef", "nodeSelector", "networking", "multiClusterTargetGroup"];
    private static readonly string[] s_required = ["serviceRef", "targetGroupARN", "targetType"];

    /// <summary>Its fields have the meaning that they have in this version of the AWS Load Balancer Controller, which its code is made from.</summary>
    public static Version Version { get; } = new(2, 13);

    /// <summary>Whether a cluster has the definition and the controller, which run outside of it.</summary>
    public static bool AreServed(PretendedAccount account, ClusterState cluster) =>
        BindingController.ClusterOf(account, cluster) is { } eks && HasAutoMode(eks);

    /// <summary>Whether a cluster has EKS Auto Mode.</summary>
    public static bool HasAutoMode(Value cluster) => cluster.At("compute_config", "enabled") == true;

    /// <summary>Requires that the API server accepts a spec: it refuses what the definition does not have, where clients ask for strict validation.</summary>
    /// <exception cref="RemoteException">It is refused.</exception>
    /// <seealso href="https://github.com/aws/containers-roadmap/issues/2621"/>
    public static void RequireValid(string name, JsonObject spec)
    {
        if (spec.Select(field => field.Key).Except(s_fields).FirstOrDefault() is { } unknown)
        {
            throw new RemoteException(
                $"TargetGroupBinding in version \"v1\" cannot be handled as a TargetGroupBinding: strict decoding error: unknown field \"spec.{unknown}\""
            );
        }

        if (s_required.FirstOrDefault(field => spec[field] is null) is { } missing)
        {
            throw new RemoteException($"TargetGroupBinding.{Group} \"{name}\" is invalid: spec.{missing}: Required value");
        }

        var peers = spec["networking"]?["ingress"]?.AsArray().SelectMany(ingress => ingress?["from"]?.AsArray() ?? []) ?? [];
        if (peers.Any(peer => peer?["ipBlock"] is not null))
        {
            throw new RemoteException(
                "TargetGroupBinding in version \"v1\" cannot be handled as a TargetGroupBinding: strict decoding error: unknown field "
                    + "\"spec.networking.ingress[0].from[0].ipBlock\""
            );
        }
    }
}
