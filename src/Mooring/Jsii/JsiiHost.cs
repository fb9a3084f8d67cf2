using Amazon.JSII.Runtime.Services;

namespace Mooring.Jsii;

/// <summary>
/// The program that Node.js runs: the kernel of jsii, which Amazon.JSII.Runtime carries, started by <c>jsii-host.cjs</c> in place of jsii's
/// own starter.
/// </summary>
internal static class JsiiHost
{
    /// <summary>The environment variable that names the program that jsii runs in Node.js.</summary>
    private const string Variable = "JSII_RUNTIME";

    private const string Starter = "jsii-host.cjs";

    /// <summary>The files of the kernel, by the names that they have among the resources of Amazon.JSII.Runtime.</summary>
    private static readonly Dictionary<string, string> s_kernel = new()
    {
        ["Amazon.JSII.Runtime.jsii_runtime.lib.program.js"] = "program.js",
        ["Amazon.JSII.Runtime.jsii_runtime.lib.runtime-index-worker.js"] = "runtime-index-worker.js",
    };

    /// <summary>
    /// Writes the program to a directory and makes jsii use it, unless the user named another one. A version of jsii with other files starts its
    /// own program.
    /// </summary>
    /// <param name="directory">An empty directory.</param>
    public static void Use(string directory)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            return;
        }

        foreach (var (resource, file) in s_kernel)
        {
            using var content = typeof(ServiceContainer).Assembly.GetManifestResourceStream(resource);
            if (content is null)
            {
                return;
            }

            Write(content, Path.Combine(directory, file));
        }

        using var starter = typeof(JsiiHost).Assembly.GetManifestResourceStream(typeof(JsiiHost), Starter)!;
        var program = Path.Combine(directory, Starter);
        Write(starter, program);
        // What follows is put on Node.js's command line as it is. Packages in jsii's cache are linked to, and find each other by the links.
        NodeEnvironment.Set(Variable, $"--preserve-symlinks --preserve-symlinks-main \"{program}\"");
    }

    private static void Write(Stream content, string path)
    {
        using var file = File.Create(path);
        content.CopyTo(file);
    }
}
