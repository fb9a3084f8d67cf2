using HashiCorp.Cdktf;

namespace Mooring.TestKit.Constructs;

/// <summary>
/// Apps for stacks that are synthesized to a string and not to files. CDKTF creates a directory for each app; here they share one, which is deleted
/// after the tests.
/// </summary>
internal static class TestApp
{
    private static readonly TemporaryDirectory s_output = new();

    static TestApp() => AppDomain.CurrentDomain.ProcessExit += (_, _) => s_output.Dispose();

    /// <summary>A new app.</summary>
    public static App Create() => Testing.App(new TestingAppConfig { Outdir = s_output.Path });
}
