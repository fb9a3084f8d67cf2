using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>
/// Turns a YAML value into one of a Helm chart. A value without quotes that Helm's reader, which follows YAML 1.1, takes for something else than YAML
/// 1.2 does is an error, and so is a number that not every reader has exactly.
/// </summary>
/// <param name="entries">Finds the entries of mappings.</param>
/// <param name="faults">What errors are added to.</param>
/// <seealso href="https://yaml.org/type/bool.html"/>
internal sealed partial class ChartValueBinder(YamlEntries entries, FaultCollector faults)
{
    /// <summary>The value; <see langword="null"/> is <c>null</c>, also where there is an error.</summary>
    public JsonNode? Bind(YamlValue value, FaultPlace place)
    {
        place = place.Give(value.Text);
        if (value.Problem is { } problem)
        {
            faults.AddUnreadable(place, problem, ErrorCodes.Unreadable);
            return null;
        }

        return value switch
        {
            YamlMapping mapping => BindMapping(mapping, place),
            YamlList list => new JsonArray([.. list.Entries.Select((entry, index) => Bind(entry, place.Entry(index)))]),
            _ => BindSingle((YamlSingle)value, place),
        };
    }

    private JsonObject BindMapping(YamlMapping mapping, FaultPlace place)
    {
        var bound = new JsonObject();
        foreach (var (name, _, entry) in entries.Of(mapping, place))
        {
            bound.Add(name, Bind(entry, place.Key(name)));
        }

        return bound;
    }

    private JsonNode? BindSingle(YamlSingle value, FaultPlace place)
    {
        if (!value.IsPlain)
        {
            return value.Value;
        }

        switch (value.Value)
        {
            case "" or "~" or "null":
                return null;
            case "true" or "false":
                return value.Value == "true";
            // The digits are kept as they are written.
            case var text when Number().IsMatch(text):
                return JsonNode.Parse(text);
            case var text when Ambiguous().IsMatch(text):
                faults.AddUnreadable(place, $"must be in quotes, or be 'true', 'false', 'null' or a number such as '10' or '0.5', got {text}");
                return null;
            case var text:
                return text;
        }
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?\z")]
    private static partial Regex Number();

    /// <summary>Words of YAML 1.1 for booleans and nothing, and its numbers in other notations.</summary>
    [GeneratedRegex(
        @"^(y|n|yes|no|on|off|true|false|null|[-+]?\.(inf|nan)|[-+]?(0[box][0-9a-f_]+|\.?[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Ambiguous();
}
