using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Discovery.Tests;

/// <summary>
/// A test that asks an emulator of AWS with the AWS CLI: about 60 processes of Python, half a minute on a machine that does nothing else. It runs where
/// <c>MOORING_EMULATOR</c> is set.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithEmulatorAttribute : FactAttribute
{
    private const string Variable = "MOORING_EMULATOR";

    /// <summary>Skips the test where there is no emulator.</summary>
    public FactWithEmulatorAttribute() =>
        Skip =
            Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } ? $"{Variable} is not set"
            : InstalledPrograms.IsInstalled(Emulator.Program) ? null
            : InstalledPrograms.Reason(Emulator.Program);
}
