using System.Text.RegularExpressions;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>The functions of Go's templates and of Sprig that ApplicationSets use.</summary>
/// <seealso href="https://pkg.go.dev/text/template#hdr-Functions"/>
/// <seealso href="https://masterminds.github.io/sprig/"/>
internal static class Functions
{
    private static readonly Dictionary<string, Func<object?[], object?>> s_functions = new()
    {
        ["and"] = _ => null,
        ["or"] = _ => null,
        ["not"] = values => !IsTrue(values[0]),
        ["eq"] = values => values.Skip(1).Any(value => AreEqual(values[0], value)),
        ["ne"] = values => !AreEqual(values[0], values[1]),
        ["index"] = values => values.Skip(1).Aggregate(values[0], Index),
        ["printf"] = values => Printf((string)values[0]!, values[1..]),
        ["list"] = values => values,
        ["default"] = values => values.Length > 1 && !IsEmpty(values[1]) ? values[1] : values[0],
        ["empty"] = values => IsEmpty(values[0]),
        ["hasKey"] = values =>
            values[0] is GoMap map
                ? map.Entries.ContainsKey((string)values[1]!)
                : throw new GoTemplateException($"wrong type for value; expected map[string]interface {{}}; got {GoText.TypeOf(values[0])}"),
        ["fromJson"] = values => GoJson.Read((string)values[0]!),
        ["toJson"] = values => GoJson.Write(values[0]),
        ["quote"] = values => string.Join(' ', values.Where(value => value is not null).Select(value => GoText.Quote(GoText.Of(value)))),
    };

    /// <summary>The name of a function, if there is one.</summary>
    /// <exception cref="NotSupportedException">There is none here. Sprig may have it.</exception>
    public static string Require(string name) =>
        s_functions.ContainsKey(name)
            ? name
            : throw new NotSupportedException($"the stand-in of Go's templates does not know '{name}': add it to src/Mooring.StandIns/ArgoCd/GoTemplates");

    /// <summary>How many arguments a function takes; <see langword="null"/> where it takes any number.</summary>
    public static int? ArityOf(string name) =>
        name is "not" or "empty" or "fromJson" or "toJson" ? 1
        : name is "ne" or "hasKey" ? 2
        : null;

    /// <summary>Calls a function. <c>and</c> and <c>or</c> are the interpreter's.</summary>
    public static object? Call(string name, object?[] values) =>
        values.Length > 0 || name == "list"
            ? s_functions[name](values)
            : throw new GoTemplateException($"wrong number of args for {name}: want at least 1 got 0");

    /// <summary>Whether <c>if</c> takes a value for true.</summary>
    public static bool IsTrue(object? value) => !IsEmpty(value);

    private static bool IsEmpty(object? value) =>
        value switch
        {
            null or false or 0L or "" => true,
            IReadOnlyList<object?> list => list.Count == 0,
            GoMap map => map.Entries.Count == 0,
            _ => false,
        };

    private static bool AreEqual(object? one, object? other) =>
        (one, other) switch
        {
            (string or bool or long, string or bool or long) when one.GetType() == other.GetType() => one.Equals(other),
            (string or bool or long, string or bool or long) => throw new GoTemplateException("incompatible types for comparison"),
            _ => throw new NotSupportedException("the stand-in of Go's templates compares only strings, bools and integers"),
        };

    private static object? Index(object? of, object? key) =>
        (of, key) switch
        {
            (null, _) => throw new GoTemplateException("index of untyped nil"),
            (GoMap map, string name) => map.Find(name),
            (IReadOnlyList<object?> list, long position) when position >= 0 && position < list.Count => list[(int)position],
            (IReadOnlyList<object?>, long position) => throw new GoTemplateException($"index out of range: {position}"),
            (GoMap, _) => throw new GoTemplateException($"value has type {GoText.TypeOf(key)}; should be string"),
            _ => throw new GoTemplateException($"can't index item of type {GoText.TypeOf(of)}"),
        };

    private static string Printf(string format, object?[] values)
    {
        var next = 0;
        return Regex.Replace(
            format,
            "%(.?)",
            verb =>
                verb.Groups[1].Value switch
                {
                    "%" => "%",
                    "s" or "d" or "v" when next < values.Length => GoText.Of(values[next++]),
                    "q" when next < values.Length => GoText.Quote(GoText.Of(values[next++])),
                    _ => throw new NotSupportedException($"the stand-in of Go's templates does not know '{verb.Value}' of printf '{format}'"),
                }
        );
    }
}
