using Xunit;

namespace Mooring.TestKit.Programs;

/// <summary>A theory that needs a program; where the program is missing, the tests are skipped with that reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWhereInstalledAttribute : TheoryAttribute
{
    /// <summary>Names the program.</summary>
    public TheoryWhereInstalledAttribute(string program)
    {
        Program = program;
        Skip = InstalledPrograms.IsInstalled(program) ? null : InstalledPrograms.Reason(program);
    }

    /// <summary>The program.</summary>
    public string Program { get; }
}
