using Xunit;

namespace Mooring.Tests;

/// <summary>A test that a program is needed for; where the program is missing, the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereInstalledAttribute : FactAttribute
{
    /// <summary>Names the program.</summary>
    public FactWhereInstalledAttribute(string program)
    {
        Program = program;
        if (!IsInstalled(program))
        {
            Skip = $"{program} is not installed on this machine";
        }
    }

    /// <summary>The program.</summary>
    public string Program { get; }

    private static bool IsInstalled(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}
