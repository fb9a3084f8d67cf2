using System.Reflection;
using Amazon.JSII.Runtime.Services;
using Mooring.Kernel;
using Mooring.Kernel.FallBack;
using Mooring.Kernel.Seam;

namespace Mooring.Jsii;

/// <summary>What answers the requests of CDKTF's packages in this process. It is chosen once: constructs remember who made them.</summary>
internal static class JsiiEngine
{
    /// <summary>The environment variable that chooses the engine where nothing else does.</summary>
    public const string Variable = "MOORING_ENGINE";

    private static readonly Lock s_lock = new();
    private static SynthesisEngine? s_chosen;
    private static string? s_unknown;

    /// <summary>What a line about the engine begins with.</summary>
    public const string ReportPrefix = "engine: ";

    /// <summary>The words of the engines, for options and the variable.</summary>
    public static IReadOnlyList<string> EngineWords { get; } = [.. Words.ValuesByWord(typeof(SynthesisEngine)).Keys];

    /// <summary>The engine of a word; <see langword="null"/> for none.</summary>
    public static SynthesisEngine? Of(string word) => (SynthesisEngine?)Words.ValuesByWord(typeof(SynthesisEngine)).GetValueOrDefault(word);

    /// <summary>What runs where nobody chooses: what the variable says, or .NET.</summary>
    /// <exception cref="SynthesisEngineException">The variable names no engine.</exception>
    public static SynthesisEngine Default =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            null or "" => SynthesisEngine.Native,
            var word => Of(word)
                ?? throw new SynthesisEngineException(
                    $"the environment variable {Variable} must be one of {string.Join(", ", EngineWords)}, got '{Printable.OneLine(word)}'"
                ),
        };

    /// <summary>Which engine runs, and why Node.js does: a line for the user.</summary>
    public static string Report =>
        ReportPrefix
        + (s_chosen, s_unknown) switch
        {
            (SynthesisEngine.Native, null) => "native, without Node.js",
            (SynthesisEngine.Native, var unknown) => $"Node.js, because the native engine does not know {unknown}",
            (SynthesisEngine.Both, null) => "both, every answer was the same",
            (SynthesisEngine.Both, var unknown) => $"both, and Node.js alone from where the native engine does not know {unknown}",
            _ => "Node.js",
        };

    /// <summary>Chooses the engine, unless constructs were made before, and checks that Node.js is installed where it is needed at once.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="isPrepared">Whether the process that started this one has prepared its environment for Node.js.</param>
    /// <exception cref="NodeRuntimeException">Node.js is missing, too old, or does not answer.</exception>
    public static void Use(SynthesisEngine engine, bool isPrepared = false)
    {
        lock (s_lock)
        {
            s_chosen ??= IsStarted ? SynthesisEngine.Node : Install(engine);
        }

        if (s_chosen != SynthesisEngine.Native && !isPrepared)
        {
            NodeRuntime.Prepare();
        }
    }

    /// <summary>Whether jsii has started Node.js already.</summary>
    private static bool IsStarted =>
        typeof(ServiceContainer).GetField("_serviceProvider", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null)
            is Lazy<IServiceProvider> { IsValueCreated: true };

    private static SynthesisEngine Install(SynthesisEngine engine)
    {
        if (engine == SynthesisEngine.Node)
        {
            return engine;
        }

        // The paths of files that Node.js may read are in requests, before it is known whether it will.
        JsiiTemporaryFiles.Confine();
        var packages = new PackageFiles();
        JsiiServices.Use(
            engine == SynthesisEngine.Both
                ? new ComparedKernels(() => StartNode(packages), Remember)
                : new KernelConversation(new NativeKernel(), () => StartNode(packages), Remember),
            packages
        );
        return engine;
    }

    private static void Remember(string unknown) => s_unknown = unknown;

    private static NodeKernel StartNode(PackageFiles packages)
    {
        try
        {
            NodeRuntime.Prepare();
        }
        catch (NodeRuntimeException exception) when (s_unknown is not null)
        {
            throw new NodeRuntimeException($"the native engine does not know {s_unknown}, and leaves it to Node.js: {exception.Message}");
        }

        var node = new NodeKernel(packages);
        JsiiTemporaryFiles.RemoveAfterNode();
        return node;
    }
}
