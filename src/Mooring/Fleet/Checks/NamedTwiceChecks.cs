using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that a fleet names nothing in AWS twice: a load balancer that two entries look up, adopt or create, and an ARN that two adopt. Two states would
/// own it, or two resources of one state.
/// </summary>
/// <param name="fleet">The fleet, which may have errors.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class NamedTwiceChecks(FleetSpec fleet, FaultScope root)
{
    private readonly Dictionary<string, string> _adopted = new(StringComparer.Ordinal);

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        CheckLoadBalancers();
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            CheckAdopted(loadBalancer, root.At(fleet.LoadBalancers).Entry(name));
        }
    }

    /// <summary>In an account and a region, a load balancer's name is unique.</summary>
    private void CheckLoadBalancers()
    {
        var names = new Dictionary<(string? Account, string Region, string Name), string>();
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var scope = root.At(fleet.LoadBalancers).Entry(name);
            var location = FleetLocation.OfLoadBalancer(fleet, name);
            var inAws = (location.Account, location.Region, Name: FleetNames.LoadBalancer(fleet, name));
            if (!names.TryAdd(inAws, name) && !IsRenamedToo(name, names[inAws]))
            {
                var at =
                    loadBalancer.Existing is not null ? scope.At(loadBalancer.Existing)
                    : loadBalancer.Adopt is not null ? scope.At(loadBalancer.Adopt)
                    : scope;
                at.As(ErrorCodes.Taken).Add($"must be another load balancer than 'loadBalancers.{names[inAws]}', got '{inAws.Name}' again");
            }
        }
    }

    /// <summary>That two have one first name is an error of its own.</summary>
    private bool IsRenamedToo(string one, string other) => OriginalNames.LoadBalancer(fleet, one) == OriginalNames.LoadBalancer(fleet, other);

    private void CheckAdopted(LoadBalancerSpec loadBalancer, FaultScope scope)
    {
        foreach (var (name, group) in loadBalancer.TargetGroups)
        {
            CheckOnce(group.Adopt, scope.At(loadBalancer.TargetGroups).Entry(name));
        }

        foreach (var (name, listener) in loadBalancer.Listeners)
        {
            var at = scope.At(loadBalancer.Listeners).Entry(name);
            CheckOnce(listener.Adopt, at);
            foreach (var (index, rule) in listener.Rules.Index())
            {
                CheckOnce(rule.Adopt, at.At(listener.Rules).Entry(index));
            }
        }
    }

    private void CheckOnce(string? arn, FaultScope part)
    {
        if (arn is not null && !_adopted.TryAdd(arn, part.Path))
        {
            part.Entry("adopt").As(ErrorCodes.Taken).Add($"must be adopted once, and '{_adopted[arn]}' adopts it, too, got '{arn}'");
        }
    }
}
