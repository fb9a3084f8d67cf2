namespace Mooring.TestKit.Programs;

/// <summary>A script that a test writes.</summary>
internal static class Executable
{
    /// <summary>Writes a script of the shell, which can be started.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string directory, string name, string text)
    {
        var file = Path.Combine(directory, name);
        File.WriteAllText(file, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
