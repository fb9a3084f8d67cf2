namespace Mooring.TestKit.Programs;

/// <summary>What is on the PATH.</summary>
internal static class InstalledPrograms
{
    /// <summary>The program that the rehearsal's tests need.</summary>
    public const string Terraform = "terraform";

    /// <summary>Whether a program is there.</summary>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));

    /// <summary>Why a test is skipped that needs it.</summary>
    public static string Reason(string program) => $"{program} is not installed on this machine";
}
