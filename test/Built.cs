using System.Reflection;

namespace Mooring.Tests;

/// <summary>What the build made besides the tests; <c>Mooring.Tests.csproj</c> says where.</summary>
internal static class Built
{
    /// <summary>The path of what was made.</summary>
    public static string Path(string name) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
