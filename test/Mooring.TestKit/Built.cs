using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mooring.TestKit;

/// <summary>Build outputs besides the tests; the project file of the tests defines their paths.</summary>
internal static class Built
{
    /// <summary>The path of a build output.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Path(string name) =>
        Assembly.GetCallingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
