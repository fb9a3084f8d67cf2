using FluentAssertions;
using Mooring.TestKit.Programs;

namespace Mooring.Cli.Tests.Faults;

/// <summary>Makes a call of the program to the file system fail, or kills the program at it: <c>faulty-files.c</c>.</summary>
internal static class FaultyFiles
{
    /// <summary>The compiler that builds it.</summary>
    public const string Compiler = "gcc";

    private static readonly Lazy<string> s_library = new(Compile);

    /// <summary>The environment variables that a program is started with.</summary>
    /// <param name="root">The directory whose files it is about.</param>
    /// <param name="calls"><c>renames</c> or <c>all</c>.</param>
    /// <param name="at">Number of the call, from 1.</param>
    /// <param name="how"><c>fails</c>, <c>kills-before</c> or <c>kills-after</c>.</param>
    public static Dictionary<string, string?> Variables(string root, string calls, int at, string how) =>
        new()
        {
            ["LD_PRELOAD"] = s_library.Value,
            ["FAULTY_ROOT"] = root,
            ["FAULTY_CALLS"] = calls,
            ["FAULTY_AT"] = $"{at}",
            ["FAULTY_HOW"] = how,
        };

    private static string Compile()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "faulty-files.so");
        var source = Path.Combine(AppContext.BaseDirectory, "Faults", "faulty-files.c");
        var compiled = Command.Run(AppContext.BaseDirectory, new Dictionary<string, string?>(), Compiler, "-shared", "-fPIC", "-o", library, source, "-ldl");
        compiled.Should().Be(new Command(0, string.Empty, string.Empty));
        return library;
    }
}
