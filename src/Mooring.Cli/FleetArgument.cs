using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The argument that all commands have.</summary>
internal static class FleetArgument
{
    /// <summary>Makes it.</summary>
    public static Argument<string> Create() => new("fleet") { Description = "The fleet file.", DefaultValueFactory = _ => "fleet.yaml" };
}
