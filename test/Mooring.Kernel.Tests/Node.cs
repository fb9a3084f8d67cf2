using Mooring.Jsii;
using Mooring.Kernel.Seam;

namespace Mooring.Kernel.Tests;

/// <summary>Node.js with jsii's own kernel: the reference.</summary>
internal static class Node
{
    static Node() => NodeRuntime.Prepare();

    /// <summary>The npm packages that the .NET packages carry.</summary>
    public static PackageFiles Packages => JsiiEngine.Packages;

    /// <summary>Starts it.</summary>
    public static IAnswering Start() => new NodeKernel(Packages);
}
