using System.Reflection;
using Amazon.JSII.Runtime.Services;
using Mooring.Kernel;
using Mooring.Kernel.FallBack;
using Mooring.Kernel.Seam;

namespace Mooring.Jsii;

/// <summary>What answers the requests of CDKTF's packages in this process.</summary>
internal static class JsiiEngine
{
    /// <summary>The environment variable that chooses the engine where nothing else does.</summary>
    public const string Variable = "MOORING_ENGINE";

    /// <summary>The npm packages that the .NET packages carry, for Node.js.</summary>
    public static PackageFiles Packages { get; } = new();

    /// <summary>None where jsii has started Node.js already: constructs remember who made them.</summary>
    private static readonly Lazy<JsiiSessions?> s_sessions = new(() => IsStarted ? null : JsiiSessions.Install(() => Create(Default), Packages));

    private static string? s_unknown;

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

    /// <summary>Which engine ran, and why Node.js did: a line for the user.</summary>
    public static string ReportOf(SynthesisEngine engine) =>
        "engine: "
        + (s_sessions.Value is null ? SynthesisEngine.Node : engine, s_unknown) switch
        {
            (SynthesisEngine.Native, null) => "native, without Node.js",
            (SynthesisEngine.Native, var unknown) => $"Node.js, because the native engine does not know {unknown}",
            (SynthesisEngine.Both, null) => "both, every answer was the same",
            (SynthesisEngine.Both, var unknown) => $"both, and Node.js alone from where the native engine does not know {unknown}",
            _ => "Node.js",
        };

    /// <summary>
    /// Makes this process ask Mooring, unless jsii has started Node.js already. The generated packages call it, by its name, before their first
    /// request, so that it is the same for a program that knows only constructs.
    /// </summary>
    public static void Install() => _ = s_sessions.Value;

    /// <summary>Checks that Node.js is installed where an engine needs it at once.</summary>
    /// <exception cref="NodeRuntimeException">Node.js is missing, too old, or does not answer.</exception>
    public static void Check(SynthesisEngine engine)
    {
        if (engine != SynthesisEngine.Native || s_sessions.Value is null)
        {
            NodeRuntime.Prepare();
        }
    }

    /// <summary>
    /// Begins a session, in which the calling code has a CDKTF of its own, until it is disposed: what it made goes with it, and other threads do not
    /// see it.
    /// </summary>
    /// <param name="engine">What runs it.</param>
    /// <returns><see langword="null"/> where jsii has started Node.js already, so that the whole process shares that.</returns>
    public static IDisposable? BeginSession(SynthesisEngine engine) => s_sessions.Value?.Begin(Create(engine));

    /// <summary>Begins a session that somebody else answers in.</summary>
    public static IDisposable BeginSession(IAnswering answering) =>
        s_sessions.Value?.Begin(answering) ?? throw new InvalidOperationException("jsii has started Node.js already");

    /// <summary>Whether jsii has started Node.js already.</summary>
    private static bool IsStarted =>
        typeof(ServiceContainer).GetField("_serviceProvider", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null)
            is Lazy<IServiceProvider> { IsValueCreated: true };

    private static IAnswering Create(SynthesisEngine engine)
    {
        // The paths of files that Node.js may read are in requests, before it is known whether it will.
        JsiiTemporaryFiles.Confine();
        return engine switch
        {
            SynthesisEngine.Native => new KernelConversation(new NativeKernel(), StartNode, Remember),
            SynthesisEngine.Both => new ComparedKernels(StartNode, Remember),
            _ => StartNode(),
        };
    }

    private static void Remember(string unknown) => s_unknown = unknown;

    private static NodeKernel StartNode()
    {
        try
        {
            NodeRuntime.Prepare();
        }
        catch (NodeRuntimeException exception) when (s_unknown is not null)
        {
            throw new NodeRuntimeException($"the native engine does not know {s_unknown}, and leaves it to Node.js: {exception.Message}");
        }

        var node = new NodeKernel(Packages);
        JsiiTemporaryFiles.RemoveAfterNode();
        return node;
    }
}
