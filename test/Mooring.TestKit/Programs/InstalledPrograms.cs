namespace Mooring.TestKit.Programs;

/// <summary>The programs on the PATH.</summary>
internal static class InstalledPrograms
{
    /// <summary>The program that the rehearsal's tests need.</summary>
    public const string Terraform = "terraform";

    /// <summary>Whether a program is installed.</summary>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));

    /// <summary>The reason for which a test that needs it is skipped.</summary>
    public static string Reason(string program) => $"{program} is not installed on this machine";
}
