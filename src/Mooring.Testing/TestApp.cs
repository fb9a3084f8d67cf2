using HashiCorp.Cdktf;

namespace Mooring.Testing;

/// <summary>
/// Apps for stacks that are synthesized to a string and not to files. CDKTF creates a directory for each app; here they share one, which is deleted
/// when the process ends.
/// </summary>
public static class TestApp
{
    private static readonly DirectoryInfo s_output = Directory.CreateTempSubdirectory("mooring-");

    static TestApp() => AppDomain.CurrentDomain.ProcessExit += (_, _) => s_output.Delete(recursive: true);

    /// <summary>A new app.</summary>
    public static App Create() => HashiCorp.Cdktf.Testing.App(new TestingAppConfig { Outdir = s_output.FullName });
}
