using System.Text;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>Writes JSON as CDKTF does: keys sorted, two spaces for each level, empty lists and objects on two lines.</summary>
internal sealed class StableJson(ValueResolver? resolver)
{
    private readonly StringBuilder _text = new();

    /// <summary>The key of CDKTF's metadata, which is left out.</summary>
    public string? Ignored { get; init; }

    /// <summary>Writes a value, in UTF-8.</summary>
    public byte[] Write(object value) => Encoding.UTF8.GetBytes(TextOf(value));

    /// <summary>Writes a value as a text.</summary>
    public string TextOf(object value)
    {
        Add(value, 0);
        return _text.ToString();
    }

    private void Add(object value, int level)
    {
        switch (resolver is null ? value : resolver.Resolve(value))
        {
            case string text:
                AddText(text);
                break;
            case double number:
                _text.Append(JavaScriptNumber.Text(number));
                break;
            case bool flag:
                _text.Append(flag ? "true" : "false");
                break;
            case ListValue list:
                AddList(list, level);
                break;
            case MapValue map:
                AddMap(map, level);
                break;
            default:
                throw new UnknownException("such a value");
        }
    }

    private void AddList(ListValue list, int level)
    {
        _text.Append('[');
        for (var index = 0; index < list.Count; index++)
        {
            Line(level + 1, index > 0);
            Add(list[index]!, level + 1);
        }

        Line(level, isNext: false);
        _text.Append(']');
    }

    private void AddMap(MapValue map, int level)
    {
        _text.Append('{');
        var isNext = false;
        var entries = map.Where(each => each.Value is not null).Select(each => (Key: resolver is null ? each.Key : resolver.Text(each.Key), each.Value));
        foreach (var (key, value) in entries.Where(each => each.Key != Ignored).OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            Line(level + 1, isNext);
            AddText(key);
            _text.Append(": ");
            Add(value!, level + 1);
            isNext = true;
        }

        Line(level, isNext: false);
        _text.Append('}');
    }

    private void Line(int level, bool isNext)
    {
        if (isNext)
        {
            _text.Append(',');
        }

        _text.Append('\n').Append(' ', 2 * level);
    }

    /// <summary>A string as JavaScript writes it.</summary>
    /// <seealso href="https://tc39.es/ecma262/#sec-quotejsonstring"/>
    private void AddText(string text) => JavaScriptText.Append(_text, text);
}
