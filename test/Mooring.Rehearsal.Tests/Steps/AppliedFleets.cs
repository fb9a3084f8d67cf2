using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Rehearsal.Steps;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>
/// A second, simple model of what steps do to traffic, without Terraform and without an account: of which fleet each stack was applied last. A binding
/// registers targets while the stack that delivers it is applied with it, and a rule answers as far as its weight goes to such bindings.
/// </summary>
internal sealed class AppliedFleets
{
    private readonly Dictionary<string, FleetSpec> _stacks = new(StringComparer.Ordinal);

    /// <summary>Applies a deployed fleet.</summary>
    public AppliedFleets(FleetSpec deployed)
    {
        foreach (var stack in FleetLayout.Plan(deployed))
        {
            _stacks[stack.Name] = OriginalNames.Of(deployed);
        }
    }

    /// <summary>Applies a step, stack by stack.</summary>
    /// <param name="step">The step.</param>
    /// <param name="onChange">Called after each stack.</param>
    public void Apply(FleetStep step, Action<string> onChange)
    {
        foreach (var stack in step.Destroy)
        {
            Change(stack, null, onChange);
        }

        var fleet = OriginalNames.Of(step.Fleet);
        string[] stacks = [.. InOrder(FleetLayout.Plan(fleet))];
        foreach (var stack in step.IsBackward ? stacks.Reverse() : stacks)
        {
            if (step.Only?.Contains(stack) ?? true)
            {
                Change(stack, fleet, onChange);
            }
        }

        // Load balancers go last: clusters refer to their security groups.
        foreach (var stack in _stacks.Keys.Except(stacks).Where(stack => step.Only?.Contains(stack) ?? true).OrderBy(IsLoadBalancer).ToArray())
        {
            Change(stack, null, onChange);
        }
    }

    /// <summary>The share of the requests for each rule that is answered; a rule that is not there has no entry.</summary>
    public Dictionary<(string LoadBalancer, int Port, string Rule), double> Answers()
    {
        var registered = Registered().ToHashSet(StringComparer.Ordinal);
        var answers = new Dictionary<(string, int, string), double>();
        foreach (var (stack, fleet) in _stacks.Where(pair => IsLoadBalancer(pair.Key)))
        {
            var name = stack[(StackKind.LoadBalancer.Name.Length + 1)..];
            foreach (var listener in fleet.LoadBalancers[name].Listeners.Values)
            {
                foreach (var rule in listener.Rules)
                {
                    var share = rule.Forward is { } forward ? ShareOf(fleet, name, forward, registered) : 1;
                    answers[(name, listener.Port, rule.Name)] = share;
                    answers.TryAdd((name, listener.Port, rule.Renamed ?? rule.Name), share);
                }
            }
        }

        return answers;
    }

    private static bool IsLoadBalancer(string stack) => stack.StartsWith($"{StackKind.LoadBalancer.Name}-", StringComparison.Ordinal);

    private static IEnumerable<string> InOrder(IReadOnlyList<PlannedStack> plan)
    {
        var byName = plan.ToDictionary(stack => stack.Name);
        return plan.OrderBy(Depth).Select(stack => stack.Name);

        int Depth(PlannedStack stack) => stack.Dependencies.Select(name => 1 + Depth(byName[name])).DefaultIfEmpty().Max();
    }

    private void Change(string stack, FleetSpec? fleet, Action<string> onChange)
    {
        if (fleet is null)
        {
            _stacks.Remove(stack);
        }
        else
        {
            _stacks[stack] = fleet;
        }

        onChange(stack);
    }

    /// <summary>The names of the target groups with targets.</summary>
    private IEnumerable<string> Registered() => _stacks.Where(pair => !IsLoadBalancer(pair.Key)).SelectMany(pair => Delivered(pair.Key, pair.Value));

    /// <summary>What a stack delivers; a handover leaves it in the cluster.</summary>
    private static IEnumerable<string> Delivered(string stack, FleetSpec fleet)
    {
        foreach (var (name, cluster) in fleet.Clusters)
        {
            var byController =
                stack == StackKind.Binding.StackOf(name)
                    ? cluster.Delivery == Delivery.Helm || cluster.HandoverFrom == Delivery.Helm
                    : stack == StackKind.Registration.StackOf(name) && (cluster.Delivery == Delivery.ArgoCd || cluster.HandoverFrom == Delivery.ArgoCd);
            foreach (var binding in cluster.Bindings)
            {
                if (binding.RegisterBy == RegisterBy.Controller ? byController : stack == StackKind.Cluster.StackOf(name))
                {
                    yield return FleetNames.TargetGroup(fleet, name, binding);
                }
            }
        }
    }

    private static double ShareOf(FleetSpec fleet, string loadBalancer, ForwardSpec forward, HashSet<string> registered)
    {
        double total = forward.TargetGroups.Sum(target => target.Weight);
        return forward.TargetGroups.Where(target => registered.Contains(NameOf(fleet, loadBalancer, target))).Sum(target => target.Weight) / total;
    }

    private static string NameOf(FleetSpec fleet, string loadBalancer, ForwardTargetGroupSpec target) =>
        target.TargetGroup is { } name
            ? FleetNames.TargetGroup(fleet, loadBalancer, name)
            : FleetNames.TargetGroup(fleet, target.Cluster!, ForwardBinding.Candidates(fleet.Clusters[target.Cluster!], loadBalancer, target).First());
}
