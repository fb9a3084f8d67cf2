using System.CommandLine;
using Mooring.Fleet.Reading;
using Mooring.Stacks;

namespace Mooring.Cli;

/// <summary><c>gitops</c>: fleet file in, a directory for Git out.</summary>
internal static class GitOpsCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var fleet = FleetArgument.Create();
        var output = new Option<string>("--output", "-o")
        {
            Description = "The directory to write. Other files in it are left as they are.",
            HelpName = "directory",
            DefaultValueFactory = _ => "gitops",
        };
        var command = new Command(
            "gitops",
            "Writes the directory in Git from which Argo CD installs the controllers and the bindings: ApplicationSets, a chart, a kustomization."
        )
        {
            fleet,
            output,
        };
        command.SetAction(
            (arguments, _) =>
                CommandRun.OfAsync(
                    _ => Task.FromResult(Write(arguments.GetRequiredValue(fleet), arguments.GetRequiredValue(output))),
                    whenFaulty: "nothing was written",
                    whenFailed: "the last output is as it was"
                )
        );
        return command;
    }

    private static int Write(string fleetFile, string directory)
    {
        var fleet = FleetFile.Read(fleetFile);
        if (fleet.ArgoCd?.GitOps is null)
        {
            return CommandRun.Fail($"{fleetFile}: argoCd.gitOps is required: it says where in Git the directory will be; nothing was written");
        }

        foreach (var file in FleetGitOps.Write(fleet, directory))
        {
            Console.WriteLine(Path.Combine(directory, file));
        }

        return 0;
    }
}
