using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mooring.TestKit;

/// <summary>What the build made besides the tests; the project file of the tests says where.</summary>
internal static class Built
{
    /// <summary>The path of what was made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Path(string name) =>
        Assembly.GetCallingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
