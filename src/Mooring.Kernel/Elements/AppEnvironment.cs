using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Elements;

/// <summary>The environment variables that an app of CDKTF reads, and the kernel does not.</summary>
internal static class AppEnvironment
{
    private static readonly string[] s_variables = ["CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS", "SYNTH_HCL_OUTPUT"];

    /// <summary>Leaves the app to Node.js where one of them is set.</summary>
    public static void Check()
    {
        var set = s_variables.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        var context = Environment.GetEnvironmentVariable("CDKTF_CONTEXT_JSON")?.Trim();
        set ??= context is null or "" or "{}" ? null : "CDKTF_CONTEXT_JSON";
        if (set is not null)
        {
            throw new UnknownException($"the environment variable {set}");
        }
    }
}
