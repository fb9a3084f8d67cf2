using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Pipelines;
using Mooring.TestKit.Programs;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary>A fleet that is deployed, its repository, and the jobs of a pipeline, each in a fresh clone.</summary>
public abstract class PipelineShop : PretendedShop
{
    /// <summary>The fleet: a cluster with traffic, and a cluster without.</summary>
    private protected static readonly string Fleet = SmallFleet.TextWith(
        "  blue:\n",
        "  green:\n    subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]\n  blue:\n"
    );

    /// <summary>The same without the cluster that has no traffic.</summary>
    private protected static readonly string WithoutGreen = SmallFleet.Text;

    /// <summary>The fleet with another idle timeout.</summary>
    private protected static readonly string Patient = Fleet.Replace("    ingressCidrs:", "    idleTimeout: 120\n    ingressCidrs:", StringComparison.Ordinal);

    private readonly List<PipelineStep> _ran = [];
    private FleetRepository? _repository;
    private RecordedPrograms? _programs;

    /// <summary>The pipeline.</summary>
    private protected abstract PipelineFile Pipeline { get; }

    /// <summary>The repository.</summary>
    private protected FleetRepository Repository => _repository!;

    /// <summary>What was called of the programs that are not on this machine.</summary>
    private protected RecordedPrograms Programs => _programs!;

    /// <summary>The shell lines that were run to their end.</summary>
    private protected IReadOnlyList<PipelineStep> Ran => _ran;

    /// <summary>The variables that the pipeline's server sets in each job, beside those of the file.</summary>
    private protected abstract IReadOnlyDictionary<string, string> ServerVariables { get; }

    /// <summary>The value of a variable in the file, with the server's expressions in it.</summary>
    private protected abstract string Evaluate(string value);

    /// <summary>Runs the lines of a job, as the server's runner does; the first one that fails is the last.</summary>
    private protected abstract Command RunLines(string clone, PipelineStep step, IReadOnlyDictionary<string, string?> variables);

    /// <summary>Creates the repository, and deploys the fleet from it.</summary>
    private protected void Deploy()
    {
        Write("gitconfig", GitSettings);
        Variables["GIT_CONFIG_GLOBAL"] = Path.Combine(Folder, "gitconfig");
        Variables["DOTNET_NOLOGO"] = "1";
        Variables["MSBUILDTERMINALLOGGER"] = "off";
        Variables["MSBUILDDISABLENODEREUSE"] = "1";
        Variables["UseSharedCompilation"] = "false";
        _repository = new FleetRepository(Folder, Variables);
        _programs = new RecordedPrograms(Folder);
        ExistingParts.AddTo(Account, FleetFile.Parse(Fleet));
        Repository.Create(Fleet);
        var clone = Repository.Clone("main");
        var applied = Command.Run(clone, Variables, "dotnet", "run", "--", "apply", "--yes");
        applied.ExitCode.Should().Be(0, "{0}{1}", applied.Output, applied.Error);
        Repository.KeepStates(clone);
        Repository.Deployed();
    }

    /// <summary>Runs a job in a fresh clone of a commit.</summary>
    private protected JobRun RunJob(string job, string commit, string? artifactsOf = null)
    {
        var clone = Repository.Clone(commit);
        if (artifactsOf is not null)
        {
            Command.Run(artifactsOf, Variables, "cp", "--parents", "--recursive", "steps.md", "cdktf.out", clone);
        }

        var output = string.Empty;
        foreach (var step in Pipeline.Steps.Where(step => step.Job == job))
        {
            var run = RunLines(clone, step, VariablesOf(step));
            output += run.Output + run.Error;
            Repository.KeepStates(clone);
            if (run.ExitCode != 0)
            {
                return new JobRun(clone, output, step.Name);
            }

            _ran.Add(step);
        }

        return new JobRun(clone, output, FailedStep: null);
    }

    /// <summary>Settings of Git for all programs.</summary>
    private protected virtual string GitSettings => "[user]\n  name = Developer\n  email = developer@example.com\n[advice]\n  detachedHead = false\n";

    private Dictionary<string, string?> VariablesOf(PipelineStep step)
    {
        var variables = new Dictionary<string, string?>(Variables) { ["PATH"] = $"{Programs.Path}:{Environment.GetEnvironmentVariable("PATH")}" };
        foreach (var (name, value) in ServerVariables)
        {
            variables[name] = value;
        }

        foreach (var (name, value) in step.Variables)
        {
            variables[name] = Evaluate(value);
        }

        return variables;
    }
}
