using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbListener;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>Looks a listener up by its load balancer and its port, so that rules can be added to it.</summary>
public class ListenerLookup : Construct, IListener
{
    /// <summary>Looks a listener up.</summary>
    /// <exception cref="ConstructException">The port is outside its limits.</exception>
    public ListenerLookup(Construct scope, string id, ListenerLookupProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Port), NetworkLimits.Port(props.Port));

        ListenerArn = new DataAwsLbListener(
            this,
            "Default",
            new DataAwsLbListenerConfig { LoadBalancerArn = props.LoadBalancer.LoadBalancerArn, Port = props.Port }
        ).Arn;
    }

    /// <inheritdoc/>
    public string ListenerArn { get; }
}
