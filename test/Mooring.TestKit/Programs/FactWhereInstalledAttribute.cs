using Xunit;

namespace Mooring.TestKit.Programs;

/// <summary>A test that needs a program; where the program is missing, the test is skipped with that reason.</summary>
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
