using HashiCorp.Cdktf;
using Mooring.Jsii;

namespace Mooring.TestKit.Constructs;

/// <summary>
/// Apps for stacks that are synthesized to a text and not to files. CDKTF makes a directory for each app all the same; here
/// they share one, which is gone when the tests are over.
/// </summary>
internal static class TestApp
{
    private static readonly TemporaryDirectory s_output = new();

    static TestApp()
    {
        NodeRuntime.Prepare();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => s_output.Dispose();
    }

    /// <summary>An app of its own.</summary>
    public static App Create() => Testing.App(new TestingAppConfig { Outdir = s_output.Path });
}
