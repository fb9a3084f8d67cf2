using Xunit;

namespace Mooring.TestKit.Programs;

/// <summary>A test that a program is needed for; where the program is missing, the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereInstalledAttribute : FactAttribute
{
    /// <summary>Names the program.</summary>
    public FactWhereInstalledAttribute(string program)
    {
        Program = program;
        Skip = InstalledPrograms.IsInstalled(program) ? null : InstalledPrograms.Reason(program);
    }

    /// <summary>The program.</summary>
    public string Program { get; }
}
