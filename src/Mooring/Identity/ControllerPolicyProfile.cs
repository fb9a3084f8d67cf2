using System.Text.Json.Serialization;

namespace Mooring.Identity;

/// <summary>How much the AWS Load Balancer Controller may do to target groups.</summary>
public enum ControllerPolicyProfile
{
    /// <summary>What the controller's documentation lists, on every target group of the account.</summary>
    [JsonStringEnumMemberName("documented")]
    Documented,

    /// <summary>The same actions, those that write on the target groups named only.</summary>
    [JsonStringEnumMemberName("scoped")]
    Scoped,

    /// <summary>
    /// Registering and deregistering targets of the target groups named, and nothing else that writes. The controller's code
    /// calls nothing else for a TargetGroupBinding; its documentation does not promise it.
    /// </summary>
    [JsonStringEnumMemberName("strict")]
    Strict,
}
