using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The argument that all commands have: the fleet file, of which a synthesis takes several.</summary>
internal static class FleetArgument
{
    private const string Default = "fleet.yaml";

    /// <summary>Creates the argument.</summary>
    public static Argument<string> Create() =>
        Checked(new Argument<string>("fleet") { Description = "Path of the fleet file.", DefaultValueFactory = _ => Default });

    /// <summary>Creates the argument of a command that takes several fleets.</summary>
    public static Argument<string[]> CreateForSeveral() =>
        Checked(
            new Argument<string[]>("fleet")
            {
                Description = "Path of the fleet file, or of several: each stack then has its fleet's name in front of its own.",
                Arity = ArgumentArity.ZeroOrMore,
                DefaultValueFactory = _ => [Default],
            }
        );

    /// <summary>Creates the option of a command whose arguments are something else.</summary>
    public static Option<string> CreateOption() =>
        new Option<string>("--fleet", "-f")
        {
            Description = "Path of the fleet file.",
            HelpName = "file",
            DefaultValueFactory = _ => Default,
        }.NotEmpty();

    private static T Checked<T>(T argument)
        where T : Argument
    {
        // System.CommandLine takes a misspelled option for the argument.
        argument.Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-')))
            {
                result.AddError($"'{option}' is not an option: see --help");
            }
        });
        return argument.NotEmpty();
    }
}
