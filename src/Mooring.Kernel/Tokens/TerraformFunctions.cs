using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Tokens;

/// <summary>Calls of Terraform's functions: what CDKTF's <c>Fn</c> has.</summary>
internal static class TerraformFunctions
{
    /// <summary>A function of <c>cdktf.FnGenerated</c>.</summary>
    public static object Generated(string name, JsonElement arguments, KernelSession session)
    {
        var function = session.Packages.FunctionOf(name);
        JsonElement[] checks = [.. function[2].EnumerateArray()];
        var read = new Arguments(arguments, session);
        var values = new List<object?>();
        foreach (var (check, type) in checks.Zip(function[3].EnumerateArray()))
        {
            Add(values, check, read.Next<object>(TypeRule.Parse(type)), session);
        }

        read.End();
        return As(function[1].GetString()!, new FunctionToken(function[0].GetString()!, values), session);
    }

    /// <summary>A function of <c>cdktf.Fn</c> itself.</summary>
    public static object OfFn(string name, JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        if (name != "join")
        {
            throw new UnknownException($"the function '{name}'");
        }

        var separator = Checked(read.Next<string>(TypeRule.String));
        var list = read.Next<ListValue>(TypeRule.ArrayOf(TypeRule.Any));
        read.End();
        if (list.Any(each => each is not string))
        {
            throw new UnknownException("such a list for the function 'join'");
        }

        list.ForEach(each => Checked((string)each!));
        return session.Tokens.Text(new FunctionToken("join", [separator, list]));
    }

    private static void Add(List<object?> values, JsonElement check, object value, KernelSession session)
    {
        if (check.ValueKind == JsonValueKind.String)
        {
            values.Add(Checked(check.GetString()!, value));
            return;
        }

        var list = value as ListValue ?? throw new UnknownException("a function whose argument is not a list");
        if (check[0].GetString() == "variadic" && session.Tokens.Of(list) is null)
        {
            values.AddRange(list.Select(each => Checked(check[1].GetString()!, each)));
            return;
        }

        if (check[0].GetString() == "variadic")
        {
            throw new UnknownException("a list that is not known yet as all arguments of a function");
        }

        values.Add(session.Tokens.Of(list) is null ? new ListValue(list.Select(each => Checked(check[1].GetString()!, each))) : list);
    }

    private static object? Checked(string check, object? value) =>
        (check, value) switch
        {
            ("string", string text) => Checked(text),
            ("number", double number) => number,
            ("any", string or double or bool or ListValue or MapValue) => value,
            ("map", MapValue) => value,
            _ => throw new UnknownException("an argument of another type than the function's"),
        };

    /// <summary>CDKTF refuses quotes in texts for functions.</summary>
    private static string Checked(string text) =>
        text.Contains('"', StringComparison.Ordinal) ? throw new UnknownException("quotes in the argument of a function") : text;

    private static object As(string kind, Token token, KernelSession session) =>
        kind switch
        {
            "asString" or "asAny" => session.Tokens.Text(token),
            "asNumber" => session.Tokens.Number(token),
            "asList" => session.Tokens.List(token),
            "asBoolean" => new TokenObject(token),
            _ => throw new UnknownException($"functions that return {kind}"),
        };
}
