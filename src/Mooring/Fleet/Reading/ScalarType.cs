using System.Globalization;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Reading;

/// <summary>The types of single values in a fleet file, and how their text is read.</summary>
internal static class ScalarType
{
    private static readonly Dictionary<Type, string> s_expectations = new()
    {
        [typeof(string)] = "a string",
        [typeof(int)] = "a whole number",
        [typeof(bool)] = "true or false",
        [typeof(ServicePort)] = "the number or the name of a port",
    };

    /// <summary>Whether a type is one of single values.</summary>
    public static bool IsScalar(Type type) => type.IsEnum || s_expectations.ContainsKey(type);

    /// <summary>What a value of the type looks like: <c>a whole number</c>.</summary>
    public static string Expectation(Type type) =>
        type.IsEnum ? string.Join(" or ", Words.ValuesByWord(type).Keys.Select(word => $"'{word}'")) : s_expectations[type];

    /// <summary>The value of a scalar, or <see langword="null"/> when it is not of the type.</summary>
    public static object? Parse(YamlSingle scalar, Type type)
    {
        // A plain scalar is what YAML takes it for, `1.30` a number and `1` another; as text both are as written.
        var (text, isPlain) = (scalar.Value, scalar.IsPlain);
        return scalar.IsNothing || scalar.IsNull ? null
            : type == typeof(string) ? text
            : type.IsEnum ? Words.ValuesByWord(type).GetValueOrDefault(text)
            : type == typeof(ServicePort) ? ServicePort.Parse(text)
            : !isPlain ? null
            : type == typeof(int) ? (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null)
            : text switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            };
    }
}
