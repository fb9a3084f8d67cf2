using System.Text.Json.Serialization;

namespace Mooring.ArgoCd;

/// <summary>How many Applications a cluster has for the controller and its bindings.</summary>
public enum ApplicationLayout
{
    /// <summary>
    /// One, with two sources. The bindings are in a later sync wave: they wait for the controller, and go before it.
    /// </summary>
    [JsonStringEnumMemberName("together")]
    Together,

    /// <summary>
    /// Two. Applications cannot wait for each other: the bindings fail and are retried until the controller runs, and nothing makes them go before it.
    /// </summary>
    [JsonStringEnumMemberName("separate")]
    Separate,
}
