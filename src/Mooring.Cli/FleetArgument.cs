using System.CommandLine;

namespace Mooring.Cli;

/// <summary>The argument that all commands have.</summary>
internal static class FleetArgument
{
    /// <summary>Creates the argument.</summary>
    public static Argument<string> Create()
    {
        var argument = new Argument<string>("fleet") { Description = "Path of the fleet file.", DefaultValueFactory = _ => "fleet.yaml" };
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
