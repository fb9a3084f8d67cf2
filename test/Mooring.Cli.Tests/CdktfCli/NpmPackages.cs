using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>Packages of npm, as a lock file of these tests pins them.</summary>
internal sealed class NpmPackages
{
    private readonly string _modules;

    private NpmPackages(string installed) => _modules = Path.Combine(installed, "node_modules");

    /// <summary>Where packages find each other.</summary>
    public string Modules => _modules;

    /// <summary>Installs them from npm, once for all later runs.</summary>
    /// <param name="directory">The directory of these tests that has the lock file.</param>
    public static NpmPackages Of(string directory)
    {
        var source = Repository.PathOf("test", "Mooring.Cli.Tests", directory);
        return new(new CdktfInstallation(Path.Combine(source, ".installed"), source).Ensure(Install));
    }

    /// <summary>The path of one of their files.</summary>
    public string PathOf(string file) => Path.Combine([_modules, .. file.Split('/')]);

    /// <summary>Runs a program of theirs, in their own Node.js where they have one for this machine.</summary>
    public Command Run(string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var own = PathOf(".bin/node");
        // A program may ask the PATH for the version of Node.js.
        var path = File.Exists(own) ? $"{PathOf(".bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" : null;
        return path is null
            ? Command.Run(directory, environment, "node", arguments)
            : Command.Run(directory, new Dictionary<string, string?>(environment) { ["PATH"] = path }, own, arguments);
    }

    private static void Install(string folder)
    {
        var npm = Command.Run(folder, new Dictionary<string, string?>(), "npm", "ci", "--no-audit", "--no-fund");
        npm.ExitCode.Should().Be(0, npm.Error);
    }
}
