using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>What Elastic Load Balancing refuses of load balancers and of the actions of listeners and rules.</summary>
internal static class LoadBalancerRefusals
{
    private static readonly string[] s_onlyHttps = ["authenticate-cognito", "authenticate-oidc", "jwt-validation"];

    /// <summary>Why a load balancer is refused; <see langword="null"/> where it is not.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html"/>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-pools.html"/>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
    public static string? OfLoadBalancer(Creation creation) =>
        creation["minimum_load_balancer_capacity"].Elements is [var capacity, ..] && Number(capacity["capacity_units"]) is < 100
            ? "ValidationError: The minimum load balancer capacity must be at least 100 capacity units"
        : creation["ipam_pools"].Elements.Count > 0 && creation["internal"] == true
            ? "InvalidConfigurationRequest: IPAM pools can be specified for internet-facing load balancers only"
        : Number(creation["client_keep_alive"]) is < 60 or > 604_800 ? "ValidationError: The value of 'client_keep_alive.seconds' must be between 60 and 604800"
        : null;

    /// <summary>Why actions are refused; <see langword="null"/> where they are not.</summary>
    /// <param name="actions">The actions of a rule or a listener.</param>
    /// <param name="protocol">The protocol of the listener.</param>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"/>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html"/>
    public static string? OfActions(Value actions, string? protocol) =>
        protocol == "HTTP" && actions.Elements.FirstOrDefault(action => s_onlyHttps.Contains(action["type"].Text)) is { } action
            ? $"InvalidLoadBalancerAction: Actions of type '{action["type"].Text}' are supported on HTTPS listeners only"
        : actions.Elements.SelectMany(each => each["jwt_validation"].Elements).Any(IsRefused)
            ? "ValidationError: The issuer and the JWKS endpoint can have 256 characters, and a validation 10 additional claims"
        : null;

    private static bool IsRefused(Value validation) =>
        validation["issuer"].Text?.Length > 256 || validation["jwks_endpoint"].Text?.Length > 256 || validation["additional_claim"].Elements.Count > 10;

    private static double? Number(Value value) => value is NumberValue number ? number.Value : null;
}
