using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Mooring.Shift;

namespace Mooring.Cli;

/// <summary>The arguments and options of <c>shift</c>.</summary>
internal sealed class ShiftOptions
{
    private readonly Option<string> _steps = new("--steps")
    {
        Description = "The weights to go through, with commas: 10,25,50. Without it, there is one step.",
        HelpName = "weights",
        DefaultValueFactory = _ => string.Empty,
    };

    private readonly Option<string> _pause = new("--pause")
    {
        Description = "How long each step is watched, as 30s, 5m or 1h. AWS is asked every 15 seconds meanwhile.",
        HelpName = "time",
        DefaultValueFactory = _ => "5m",
    };

    private readonly Option<string[]> _alarms = new("--alarm")
    {
        Description = "Name of a CloudWatch alarm: a step during which it is raised goes back. Can be repeated.",
        HelpName = "name",
    };

    private readonly Option<string?> _profile = new("--profile") { Description = "Profile of the AWS CLI.", HelpName = "name" };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Shifts without asking. Where there is no terminal to ask on, nothing is shifted without it.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Shows the steps, the health and the plan of the first step, and changes nothing.",
    };

    private readonly Option<string> _output = OutputOption.CreateForTerraform();

    private readonly Option<bool> _strict = FleetWarnings.CreateOption();

    /// <summary>The action whose weights are shifted.</summary>
    public Argument<string> Action { get; } =
        new("action") { Description = "The rule to shift, as LOAD_BALANCER/LISTENER/RULE; LOAD_BALANCER/LISTENER is the default action of a listener." };

    /// <summary>The target group and its weight.</summary>
    public Argument<string> Target { get; } =
        new("target") { Description = "What it leads to: CLUSTER=WEIGHT, or CLUSTER/BINDING=WEIGHT. The others share the rest, and the sum stays." };

    /// <summary>The fleet file.</summary>
    public Argument<string> Fleet { get; } = FleetArgument.Create();

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_steps, _pause, _alarms, _profile, _yes, _dryRun, _output, _strict];

    /// <summary>Adds the errors of the arguments.</summary>
    public void Validate(CommandResult result)
    {
        // What is not given has no value yet.
        if (result.GetValue(Target) is { } target && TargetOf(target) is null)
        {
            result.AddError($"'target' must be CLUSTER=WEIGHT with a weight from 0 to 999, got '{target}'");
        }

        if (result.GetValue(_steps) is { } steps && StepsOf(steps) is null)
        {
            result.AddError($"'--steps' must be weights from 0 to 999 with commas in between, got '{steps}'");
        }

        if (result.GetValue(_pause) is { } pause && Duration.Parse(pause) is null)
        {
            result.AddError($"'--pause' must be a time of at most a day, such as 30s, 5m or 1h, got '{pause}'");
        }

        if (result.GetValue(_yes) && result.GetValue(_dryRun))
        {
            result.AddError("--yes cannot be given with --dry-run");
        }
    }

    /// <summary>What is asked for.</summary>
    public ShiftRequest RequestOf(ParseResult arguments, CommandConsole console)
    {
        var (name, weight) = TargetOf(arguments.GetRequiredValue(Target))!.Value;
        var isUnasked = console.Answers is null && !arguments.GetValue(_yes);
        return new()
        {
            FleetFile = arguments.GetRequiredValue(Fleet),
            Output = arguments.GetRequiredValue(_output),
            Address = arguments.GetRequiredValue(Action),
            TargetGroup = name,
            Weight = weight,
            Steps = StepsOf(arguments.GetRequiredValue(_steps))!,
            Pause = Duration.Parse(arguments.GetRequiredValue(_pause))!.Value,
            Alarms = arguments.GetValue(_alarms) ?? [],
            Profile = arguments.GetValue(_profile),
            IsDryRun = arguments.GetValue(_dryRun) || isUnasked,
            IsConfirmed = arguments.GetValue(_yes),
            Warnings = new FleetWarnings(console).Options(arguments.GetValue(_strict)),
        };
    }

    private static (string Name, int Weight)? TargetOf(string text) =>
        text.LastIndexOf('=') is > 0 and var end && WeightOf(text[(end + 1)..]) is { } weight ? (text[..end], weight) : null;

    private static int[]? StepsOf(string text)
    {
        var weights = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WeightOf).ToArray();
        return weights.All(weight => weight is not null) ? [.. weights.OfType<int>()] : null;
    }

    private static int? WeightOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight <= 999 ? weight : null;
}
