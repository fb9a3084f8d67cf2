using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>A test that needs Terraform, and <c>script</c> of util-linux, which gives a program a terminal.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnATerminalAttribute : FactAttribute
{
    /// <summary>The program that gives another one a terminal.</summary>
    public const string Script = "script";

    /// <summary>Skips the test where a program is missing.</summary>
    public FactOnATerminalAttribute() =>
        Skip = new[] { InstalledPrograms.Terraform, Script }.FirstOrDefault(program => !InstalledPrograms.IsInstalled(program)) is { } missing
            ? InstalledPrograms.Reason(missing)
            : null;
}
