using HashiCorp.Cdktf;
using Mooring.Jsii;
using Mooring.Stacks;

namespace Mooring.Synthesis.Cdktf;

/// <summary>Synthesizes stacks with CDKTF.</summary>
internal static class StackSynthesis
{
    /// <summary>
    /// Writes the Terraform of stacks, in one app. What else is in an app does not change a stack, so these may be all stacks of a fleet or
    /// any of them. Their order is not declared in the app, where all would have to be; it is in the fleet's own manifest.
    /// </summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">An empty directory, an absolute path.</param>
    /// <param name="onStack">Is told the name of each stack when it is begun.</param>
    public static void Synthesize(IEnumerable<PlannedStack> stacks, string directory, Action<string>? onStack = null)
    {
        // CDKTF's validations would run Terraform, twice for every 'cloud' and 'import' block; what they check is left to Terraform itself.
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
