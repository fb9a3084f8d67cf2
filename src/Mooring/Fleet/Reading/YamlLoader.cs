using System.Globalization;
using Mooring.Fleet.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mooring.Fleet.Reading;

/// <summary>
/// Makes values of the events of YamlDotNet's parser. YamlDotNet's own <c>YamlStream</c> compares keys by all that they hold, so that a list of
/// aliases as a key takes forever; it forgets where an alias stands, and ends at a key that is there twice.
/// </summary>
/// <param name="parser">The parser, at the start of a document.</param>
/// <param name="origin">What the text is of.</param>
internal sealed class YamlLoader(Parser parser, YamlOrigin origin)
{
    /// <summary>The most values inside each other: a fleet file has 12. Each takes a part of the stack.</summary>
    private const int MostLevels = 64;

    private readonly Dictionary<string, YamlValue?> _anchors = new(StringComparer.Ordinal);

    /// <summary>The root of the document.</summary>
    /// <exception cref="YamlException">The text is not YAML, or goes beyond the limits.</exception>
    public YamlValue Load()
    {
        parser.MoveNext();
        return Value(0);
    }

    private YamlValue Value(int level)
    {
        var @event = parser.Current!;
        if (level == MostLevels)
        {
            throw new YamlException(@event.Start, @event.End, string.Create(CultureInfo.InvariantCulture, $"It nests more than {MostLevels} values"));
        }

        origin.Amount.Written++;
        return @event switch
        {
            AnchorAlias alias => Repeat(alias),
            NodeEvent node => Anchored(node, level),
            _ => throw new YamlException(@event.Start, @event.End, "A value is missing here"),
        };
    }

    private YamlValue Anchored(NodeEvent node, int level)
    {
        if (node.Anchor.IsEmpty)
        {
            return Load(node, level);
        }

        // Until it is complete, it is known to be there.
        _anchors[node.Anchor.Value] = null;
        return _anchors[node.Anchor.Value] = Load(node, level);
    }

    private YamlValue Load(NodeEvent node, int level)
    {
        var (text, problem) = (origin.PlaceOf(node.Start), YamlTag.Problem(node));
        return node switch
        {
            Scalar scalar => new YamlSingle
            {
                Text = text,
                Problem = problem,
                Value = scalar.Value,
                Written = (int)scalar.Start.Index..(int)scalar.End.Index,
                IsPlain = YamlTag.IsPlain(scalar),
            },
            SequenceStart => List(new() { Text = text, Problem = problem }, level),
            _ => Mapping(new() { Text = text, Problem = problem }, level),
        };
    }

    private YamlList List(YamlList list, int level)
    {
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            list.Add(Value(level + 1));
        }

        return list;
    }

    private YamlMapping Mapping(YamlMapping mapping, int level)
    {
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = Value(level + 1);
            parser.MoveNext();
            var value = Value(level + 1);
            // YamlDotNet does not know where a key is that is not there.
            mapping.Add(key is YamlSingle { IsNothing: true, Problem: null } ? Nothing(value.Text) : key, value);
        }

        return mapping;
    }

    private YamlValue Repeat(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var value))
        {
            return Faulty(alias, $"must be an alias of an anchor above it, but there is no '&{name}', got '*{name}'");
        }

        if (value is null)
        {
            return Faulty(alias, $"must not be an alias of what it is a part of, got '*{name}'");
        }

        origin.Amount.Repeated += value.Size;
        return origin.Amount.IsReadable
            ? value
            : throw new YamlException(alias.Start, alias.End, "Its aliases repeat too much: write less of it with aliases of aliases");
    }

    private static YamlSingle Nothing(TextPlace text) =>
        new()
        {
            Text = text,
            Value = string.Empty,
            IsPlain = true,
        };

    private YamlSingle Faulty(AnchorAlias alias, string problem) =>
        new()
        {
            Text = origin.PlaceOf(alias.Start),
            Problem = problem,
            Value = string.Empty,
            IsPlain = true,
        };
}
