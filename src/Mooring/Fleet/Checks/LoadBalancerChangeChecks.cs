using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a load balancer against the deployed one: what AWS changes only by replacing it, and what it refuses half-way.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="name">Name of the load balancer.</param>
/// <param name="boundCluster">A deployed cluster whose rules refer to the security group of the load balancer; <see langword="null"/> for none.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class LoadBalancerChangeChecks(FleetSpec fleet, FleetSpec deployed, string name, string? boundCluster, FaultScope root)
{
    private const string Page = "see docs/troubleshooting.md";

    private readonly LoadBalancerSpec _loadBalancer = fleet.LoadBalancers[name];
    private readonly string _original = OriginalNames.LoadBalancer(fleet, name);
    private readonly LoadBalancerSpec _before = deployed.LoadBalancers[OriginalNames.LoadBalancer(fleet, name)];
    private readonly FaultScope _scope = root.At(fleet.LoadBalancers).Entry(name);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        if (_loadBalancer.Existing is null != _before.Existing is null)
        {
            _scope
                .At(_loadBalancer.Existing)
                .Add(
                    _before.Existing is null
                        ? "must be left out, as deployed: Terraform would destroy the load balancer that it has created or adopted; "
                            + $"{Page}#existing-is-added-or-removed"
                        : $"must be '{_before.Existing}', as deployed: Terraform would create another load balancer; {Page}#existing-is-added-or-removed"
                );
        }
        else if (_loadBalancer.Existing is null)
        {
            CheckName();
            CheckScheme();
            CheckSubnetMappings();
            CheckSecurityGroups();
            CheckProtocols();
            new TakenPortChecks(_loadBalancer.Listeners, _before.Listeners, _scope.At(_loadBalancer.Listeners)).Check();
        }
    }

    private void CheckName()
    {
        var (now, old) = (FleetNames.LoadBalancer(fleet, name), FleetNames.LoadBalancer(deployed, _original));
        if (now == old)
        {
            return;
        }

        const string reason = "the name of a load balancer cannot be changed, and Terraform would replace it";
        if (_loadBalancer.Adopt is { } arn)
        {
            _scope
                .At(_loadBalancer.Adopt)
                .Add(
                    $"must be {(_before.Adopt is { } other ? $"'{other}'" : "left out")}, as deployed: {reason}, got '{arn}'; adopt another load balancer "
                        + "under another name"
                );
        }
        else if (_before.Adopt is null)
        {
            root.At(fleet.Name).Add($"must be '{deployed.Name}', as deployed: {reason}, got '{fleet.Name}'; {Page}#a-load-balancer-would-be-replaced");
        }
    }

    /// <summary>Terraform keeps the TLS policy of the state and sends it along, and Elastic Load Balancing refuses it for HTTP.</summary>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-aws/issues/1851"/>
    private void CheckProtocols()
    {
        foreach (var (listenerName, listener) in _loadBalancer.Listeners)
        {
            var before = OriginalNames.Listener(_before.Listeners, listenerName, listener);
            if (listener.Protocol == ListenerProtocol.Http && before?.Protocol == ListenerProtocol.Https)
            {
                _scope
                    .At(_loadBalancer.Listeners)
                    .Entry(listenerName)
                    .At(listener.Protocol)
                    .Add($"must be 'HTTPS', as deployed: AWS refuses the TLS policy that Terraform keeps, got 'HTTP'; {Page}#an-https-listener-becomes-http");
            }
        }
    }

    /// <summary>Without any protection the replacement is what the user wants.</summary>
    private bool IsProtected => _before.DeletionProtection || _loadBalancer.PreventDestroy;

    private void CheckScheme()
    {
        if (_loadBalancer.Scheme != _before.Scheme && IsProtected)
        {
            _scope
                .At(_loadBalancer.Scheme)
                .Add(
                    $"must be '{_before.Scheme.Word()}', as deployed: AWS cannot change it, and the load balancer is protected from being replaced, got "
                        + $"'{_loadBalancer.Scheme.Word()}'; {Page}#a-load-balancer-would-be-replaced"
                );
        }
    }

    /// <summary>The provider updates subnet mappings in place where some are added or some are taken away, not both.</summary>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/load_balancer.go"/>
    private void CheckSubnetMappings()
    {
        var (now, old) = (_loadBalancer.SubnetMappings.ToHashSet(), _before.SubnetMappings.ToHashSet());
        if (IsProtected && now.Count > 0 && old.Count > 0 && !now.IsSubsetOf(old) && !old.IsSubsetOf(now))
        {
            _scope
                .At(_loadBalancer.SubnetMappings)
                .Add(
                    "must get other subnets in one change and lose subnets in another: Terraform would replace the load balancer, which is protected; "
                        + "'subnets' can be exchanged"
                );
        }
    }

    /// <summary>EC2 does not delete a security group that a rule of another one refers to, and the clusters' rules are changed afterwards.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html"/>
    private void CheckSecurityGroups()
    {
        if (_before.SecurityGroups.Count == 0 && _loadBalancer.SecurityGroups.Count > 0 && boundCluster is { } cluster)
        {
            _scope
                .At(_loadBalancer.SecurityGroups)
                .Add(
                    $"must be left out, as deployed: rules of cluster '{cluster}' refer to the load balancer's own security group, which AWS does not delete "
                        + $"before they are changed; {Page}#dependencyviolation"
                );
        }
    }
}
