using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Amazon.JSII.Runtime;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Terraform;
using Mooring.Stacks;

var fleetArgument = new Argument<string>("fleet")
{
    Description = "The fleet file.",
    DefaultValueFactory = _ => "fleet.yaml",
};

var outputOption = new Option<string>("--output", "-o")
{
    Description = "The output directory. The cdktf CLI sets it with the variable CDKTF_OUTDIR.",
    HelpName = "directory",
    DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CDKTF_OUTDIR") is { Length: > 0 } directory ? directory : "cdktf.out",
};

var root = new RootCommand("Synthesizes the Terraform of a fleet: its load balancers, its clusters, and what binds them together.")
{
    fleetArgument,
    outputOption,
};
root.SetAction(arguments => Synthesize(arguments.GetRequiredValue(fleetArgument), arguments.GetRequiredValue(outputOption)));

var directoryOption = new Option<string>("--output", "-o")
{
    Description = "The directory to write. Other files in it are left as they are.",
    HelpName = "directory",
    DefaultValueFactory = _ => "gitops",
};

var gitOps = new Command("gitops", "Writes the directory in Git from which Argo CD installs the controllers and the bindings: ApplicationSets, a chart, a kustomization.")
{
    fleetArgument,
    directoryOption,
};
gitOps.SetAction(arguments => WriteGitOps(arguments.GetRequiredValue(fleetArgument), arguments.GetRequiredValue(directoryOption)));
root.Add(gitOps);

var fromOption = new Option<string?>("--from")
{
    Description = "The fleet file as it is deployed now. What would be changed and destroyed is shown against it.",
    HelpName = "fleet",
};

var rehearse = new Command("rehearse", "Plans, applies and destroys the stacks in order, with real Terraform on a pretended AWS account, and says what would be done.")
{
    fleetArgument,
    fromOption,
};
rehearse.SetAction((arguments, cancellation) => Rehearse(arguments.GetRequiredValue(fleetArgument), arguments.GetValue(fromOption), cancellation));
root.Add(rehearse);
return await root.Parse(args).InvokeAsync();

static int Synthesize(string fleetFile, string output) => Run(() =>
{
    var clock = Stopwatch.StartNew();
    var fleet = FleetFile.Read(fleetFile);
    if (NodeRuntime.Prepare() is { } fault)
    {
        return Fail(fault);
    }

    Report(FleetSynthesis.Synthesize(fleet, output, ShowProgress), output, clock);
    return 0;
});

static int WriteGitOps(string fleetFile, string directory) => Run(() =>
{
    var fleet = FleetFile.Read(fleetFile);
    if (fleet.ArgoCd?.GitOps is null)
    {
        return Fail($"{fleetFile}: argoCd.gitOps is required: it says where in Git the directory will be; nothing was written");
    }

    foreach (var file in FleetGitOps.Write(fleet, directory))
    {
        Console.WriteLine(Path.Combine(directory, file));
    }

    return 0;
});

static Task<int> Rehearse(string fleetFile, string? deployedFile, CancellationToken cancellation) => RunAsync(async () =>
{
    var fleet = FleetFile.Read(fleetFile);
    var deployed = deployedFile is null ? null : FleetFile.Read(deployedFile);
    if (NodeRuntime.Prepare() is { } fault)
    {
        return Fail(fault);
    }

    await using var rehearsal = await RehearsalSession.StartAsync(fleet, cancellation);
    await FleetRehearsal.RunAsync(rehearsal, fleet, deployed, new RehearsalReport(Console.Out), ShowProgress);
    return 0;
});

static int Run(Func<int> command) => RunAsync(() => Task.FromResult(command())).GetAwaiter().GetResult();

static async Task<int> RunAsync(Func<Task<int>> command)
{
    try
    {
        return await command();
    }
    catch (FleetException exception)
    {
        return Fail($"{exception.Message}\n{Count(exception.Faults.Count, "fault")}; nothing was written");
    }
#pragma warning disable CA1031 // whatever CDKTF throws, the staged output must be removed and the exit code be 1
    catch (Exception exception)
#pragma warning restore CA1031
    {
        return Fail($"{(SaysItAll(exception) ? exception.Message.Trim() : exception)}\nfailed; the last output is as it was");
    }
}

// jsii throws what went wrong in CDKTF as one of these two; where in .NET that was does not help anybody.
static bool SaysItAll(Exception exception) => exception is JsiiException or TerraformException or IOException or UnauthorizedAccessException || exception.GetType() == typeof(Exception);

static void Report(SynthesizedFleet fleet, string output, Stopwatch clock)
{
    ClearProgress();
    var stacks = fleet.Stacks;
    var width = stacks.Max(stack => stack.Name.Length);
    foreach (var stack in stacks)
    {
        Console.WriteLine($"{stack.Name.PadRight(width)}  {Count(stack.Resources, "resource"),12}  {stack.File}");
    }

    foreach (var stack in fleet.Left)
    {
        Console.WriteLine($"{stack} is no longer in the fleet: destroy what it made from {Path.Combine(output, StagedOutput.StacksFolder, stack)}, then delete that folder");
    }

    var seconds = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
    Console.WriteLine($"{Count(stacks.Count, "stack")} with {Count(stacks.Sum(stack => stack.Resources), "resource")} in {seconds} s");
}

static int Fail(string message)
{
    ClearProgress();
    Console.Error.WriteLine(message);
    return 1;
}

// A large fleet takes a minute. The line is for somebody who watches, so only a terminal gets it.
static void ShowProgress(string stack)
{
    if (!Console.IsErrorRedirected)
    {
        Console.Error.Write($"\r\e[K{stack} …");
    }
}

static void ClearProgress()
{
    if (!Console.IsErrorRedirected)
    {
        Console.Error.Write("\r\e[K");
    }
}

static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? string.Empty : "s")}";
