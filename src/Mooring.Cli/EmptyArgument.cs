using System.CommandLine;
using System.CommandLine.Parsing;

namespace Mooring.Cli;

/// <summary>Refuses <c>""</c>, which a script passes where its variable is not set.</summary>
internal static class EmptyArgument
{
    /// <summary>Refuses an empty value of an option.</summary>
    public static Option<string> NotEmpty(this Option<string> option)
    {
        option.Validators.Add(result => Require(result, option.Name));
        return option;
    }

    /// <summary>Refuses an empty value of an option that can be repeated.</summary>
    public static Option<string[]> NoneEmpty(this Option<string[]> option)
    {
        option.Validators.Add(result => Require(result, option.Name));
        return option;
    }

    /// <summary>Refuses an empty value of an option that may be left out.</summary>
    public static Option<string?> NotEmptyWhereGiven(this Option<string?> option)
    {
        option.Validators.Add(result => Require(result, option.Name));
        return option;
    }

    /// <summary>Refuses an empty argument.</summary>
    public static T NotEmpty<T>(this T argument)
        where T : Argument
    {
        argument.Validators.Add(result => Require(result, argument.Name));
        return argument;
    }

    private static void Require(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
        {
            result.AddError($"'{name}' must not be empty");
        }
    }
}
