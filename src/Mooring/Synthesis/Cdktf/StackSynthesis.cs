using HashiCorp.Cdktf;
using Mooring.Jsii;
using Mooring.Stacks;

namespace Mooring.Synthesis.Cdktf;

/// <summary>Synthesizes stacks with CDKTF.</summary>
internal static class StackSynthesis
{
    /// <summary>
    /// Writes the Terraform of stacks, in one app. The other stacks of an app do not change a stack, so these may be all stacks of a fleet or some
    /// of them. The app does not declare their dependencies, which would need all stacks; the manifest of the fleet does.
    /// </summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">An empty directory, an absolute path.</param>
    /// <param name="engine">What runs CDKTF.</param>
    /// <param name="onStack">Called with the name of each stack when its synthesis starts.</param>
    /// <exception cref="NodeRuntimeException">Node.js failed.</exception>
    public static void Synthesize(IEnumerable<PlannedStack> stacks, string directory, SynthesisEngine engine, Action<string>? onStack = null)
    {
        try
        {
            Run(stacks, directory, engine, onStack);
        }
        catch (Exception exception) when (NodeFailure.Of(exception) is { } failure)
        {
            throw failure;
        }
    }

    private static void Run(IEnumerable<PlannedStack> stacks, string directory, SynthesisEngine engine, Action<string>? onStack)
    {
        NodeFailure.Prepare();
        using var session = JsiiEngine.BeginSession(engine);
        // CDKTF's validations would run Terraform, twice for every 'cloud' and 'import' block; Terraform itself checks the same.
        var app = new App(new AppConfig { Outdir = directory, SkipValidation = true });
        JsiiTemporaryFiles.RemoveAfterNode();
        foreach (var stack in stacks)
        {
            onStack?.Invoke(stack.Name);
            stack.DefineIn(app);
        }

        app.Synth();
    }
}
