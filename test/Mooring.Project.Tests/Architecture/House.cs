using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Mooring.Apply;
using Mooring.Aws;
using Mooring.Cli;
using Mooring.Discovery;
using Mooring.Fleet;
using Mooring.Page;
using Mooring.Permissions;
using Mooring.Rehearsal;
using Mooring.Shift;
using Mooring.StandIns;

namespace Mooring.Project.Tests.Architecture;

/// <summary>The types of the projects below <c>src/</c>, and what each depends on.</summary>
internal static class House
{
    /// <summary>The types, read from the assemblies.</summary>
    public static ArchUnitNET.Domain.Architecture Types { get; } =
        new ArchLoader()
            .LoadAssemblies(
                typeof(FleetSpec).Assembly,
                typeof(MooringCli).Assembly,
                typeof(FleetRehearsal).Assembly,
                typeof(AwsCli).Assembly,
                typeof(FleetDiscovery).Assembly,
                typeof(FleetPage).Assembly,
                typeof(ApplyRun).Assembly,
                typeof(RequiredPermissions).Assembly,
                typeof(ShiftRun).Assembly,
                typeof(StandInServer).Assembly,
                typeof(SnapshotFolder).Assembly
            )
            .Build();

    /// <summary>What the types of a room use, outside the room: <c>Mooring.Fleet.ClusterSpec uses Mooring.Clusters.AccessPolicy</c>.</summary>
    /// <param name="room">The room.</param>
    /// <param name="isWanted">Whether types of a namespace are of interest.</param>
    public static IEnumerable<string> UsesOf(Room room, Func<string, bool> isWanted) =>
        from type in Types.Types
        where Room.Of(NamespaceOf(type)) == room
        from dependency in type.Dependencies
        where isWanted(NamespaceOf(dependency.Target))
        select $"{type.FullName} uses {dependency.Target.FullName}";

    /// <summary>Namespace of a type; a parameter of a generic type has none.</summary>
    public static string NamespaceOf(IType type) => type.Namespace?.FullName ?? string.Empty;
}
