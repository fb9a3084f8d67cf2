using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>The account after a change.</summary>
/// <param name="Stack">What made the change, such as a stack: <c>cluster-blue</c>.</param>
/// <param name="Change">The change, in words: <c>delete aws_eks_node_group</c>.</param>
/// <param name="Traffic">What the load balancers answer.</param>
internal sealed record Moment(string Stack, string Change, TrafficSnapshot Traffic)
{
    /// <summary>What made the change, and the change: <c>cluster-blue: delete aws_eks_node_group</c>.</summary>
    public string Step => Stack.Length == 0 ? Change : $"{Stack}: {Change}";

    /// <summary>ARNs of the load balancers, by name.</summary>
    public required IReadOnlyDictionary<string, string> LoadBalancers { get; init; }

    /// <summary>Who has access to which cluster, in words.</summary>
    public required IReadOnlySet<string> Access { get; init; }

    /// <summary>
    /// Why controllers get no credentials when they ask for new ones, by the names of their clusters; <see langword="null"/> for one that gets some.
    /// </summary>
    public required IReadOnlyDictionary<string, string?> Controllers { get; init; }

    /// <summary>Whether somebody may stop here, so that it is more than a moment.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>Target groups with bindings in several clusters whose controllers remove each other's targets, in words.</summary>
    public required IReadOnlySet<string> Contested { get; init; }

    /// <summary>The account as it is now.</summary>
    public static Moment Of(string stack, string change, PretendedAccount account, TargetHealth health)
    {
        var traffic = TrafficSnapshot.Of(account, health);
        return new Moment(stack, change, traffic)
        {
            LoadBalancers = account.Of("aws_lb").ToDictionary(each => $"{each.Value["name"].Text}", each => $"{each.Value["arn"].Text}"),
            Access = AccessIn(account).ToHashSet(),
            Contested = ContestedIn(account).ToHashSet(),
            Controllers = account.ControllerCredentials(),
        };
    }

    private static IEnumerable<string> AccessIn(PretendedAccount account) =>
        account
            .Of("aws_eks_access_entry")
            .Select(PrincipalIn)
            .Concat(
                account
                    .Of("aws_eks_access_policy_association")
                    .Select(policy => $"{PrincipalIn(policy)}, with {policy.Value["policy_arn"].Text?.Split('/')[^1]}")
            );

    private static string PrincipalIn(RemoteObject access) => $"{access.Value["principal_arn"].Text} in cluster {access.Value["cluster_name"].Text}";

    /// <summary>A controller deregisters every target that it does not know, unless the binding says that the group is shared.</summary>
    private static IEnumerable<string> ContestedIn(PretendedAccount account) =>
        account
            .Bindings()
            .Where(binding => binding is { IsTerminating: false, TargetGroupArn: not null })
            .GroupBy(binding => binding.TargetGroupArn!)
            .Where(same => same.DistinctBy(binding => binding.Cluster).Count() > 1 && same.Any(binding => !binding.IsShared))
            .Select(same =>
                $"{same.Key.Split('/')[1]} of clusters {string.Join(" and ", same.Select(binding => binding.Cluster).Distinct().Order(StringComparer.Ordinal))}"
            );
}
