using Mooring.TestKit;

namespace Mooring.Bindings.Tests;

/// <summary>The feed that the build generated, and that the tests are compiled against.</summary>
internal static class Feed
{
    /// <summary>The feed's folder.</summary>
    public static string Folder { get; } = Built.Path("BindingsFeed");

    /// <summary>Its resources: <c>aws_lb</c> for a resource, <c>data.aws_lb</c> for a data source.</summary>
    public static string[] Addresses { get; } =
    [.. File.ReadAllLines(Repository.PathOf("bindings", "resources.txt")).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0)];
}
