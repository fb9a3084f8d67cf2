using System.CommandLine;
using Mooring.Apply;

namespace Mooring.Cli;

/// <summary>The arguments and options of <c>apply</c>.</summary>
internal sealed class ApplyOptions
{
    private readonly Option<string> _fleet = FleetArgument.CreateOption();
    private readonly Option<string> _output = OutputOption.CreateForTerraform();

    private readonly Option<int> _parallelism = new("--parallelism")
    {
        Description = "How many stacks are planned or applied at once, from 1 to 64.",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Applies without asking. Where there is no terminal to ask on, nothing is applied without it.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Shows plans and applies nothing. What depends on a stack with changes is not planned: it would find what is not there yet.",
    };

    private readonly Option<bool> _fromStart = new("--from-start")
    {
        Description = "Plans all stacks again, also those that an interrupted apply has applied.",
    };

    private readonly Option<bool> _strict = FleetWarnings.CreateOption();

    /// <summary>Adds the errors of the arguments.</summary>
    public ApplyOptions()
    {
        _parallelism.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64)
            {
                result.AddError($"'--parallelism' must be from 1 to 64, got '{result.Tokens[0].Value}'");
            }
        });
        _dryRun.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && result.GetValue(_yes))
            {
                result.AddError("--yes cannot be given with --dry-run");
            }
        });
    }

    /// <summary>The stacks.</summary>
    public Argument<string[]> Stacks { get; } =
        new("stacks") { Description = "Stacks to apply, such as load-balancer-public. Without it, all.", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_fleet, _output, _parallelism, _yes, _dryRun, _fromStart, _strict];

    /// <summary>What is asked for.</summary>
    public ApplyRequest RequestOf(ParseResult arguments, CommandConsole console) =>
        new()
        {
            FleetFile = arguments.GetRequiredValue(_fleet),
            Output = arguments.GetRequiredValue(_output),
            Stacks = arguments.GetValue(Stacks) ?? [],
            Parallelism = arguments.GetValue(_parallelism),
            IsDryRun = arguments.GetValue(_dryRun) || (console.Answers is null && !arguments.GetValue(_yes)),
            IsConfirmed = arguments.GetValue(_yes),
            IsFromStart = arguments.GetValue(_fromStart),
            Warnings = new FleetWarnings(console).Options(arguments.GetValue(_strict)),
        };
}
