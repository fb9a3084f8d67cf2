using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>What a user overrides in an element or a stack: the escape hatch <c>addOverride</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cdktf/concepts/resources#escape-hatch"/>
internal sealed class Overrides
{
    private readonly MapValue _values = [];

    /// <summary>Whether anything is overridden.</summary>
    public bool IsAny => _values.Count > 0;

    /// <summary>The first parts of the paths.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Adds the override of a call: a path, its parts separated by dots, and a value, or none to remove what is there.</summary>
    public void Add(JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        var path = read.Next<string>(TypeRule.String);
        var value = read.NextOrNone<object>(TypeRule.Any);
        read.End();
        var parts = path.Split('.');
        if (parts.Any(part => part is "//" || part.Contains('\\', StringComparison.Ordinal) || (part.Length > 0 && part.All(char.IsAsciiDigit))))
        {
            throw new UnknownException($"the path '{path}' of an override");
        }

        var target = _values;
        foreach (var part in parts[..^1])
        {
            if (target.Of(part) is not MapValue inner)
            {
                target[part] = inner = [];
            }

            target = inner;
        }

        target[parts[^1]] = value;
    }

    /// <summary>Changes what Terraform is told.</summary>
    public void ApplyTo(MapValue block) => Merge(block, _values);

    private static void Merge(MapValue target, MapValue changes)
    {
        foreach (var (key, value) in changes)
        {
            switch (value)
            {
                case null:
                    target.Remove(key);
                    break;
                case MapValue inner:
                    if (target.Of(key) is ListValue)
                    {
                        throw new UnknownException("an override within a list");
                    }

                    var below = target.Of(key) as MapValue ?? [];
                    target[key] = below = new(below.Select(each => (each.Key, each.Value)));
                    Merge(below, inner);
                    break;
                case ListValue when target.Of(key) is ListValue:
                    throw new UnknownException("the override of a list by a list");
                default:
                    target[key] = value;
                    break;
            }
        }
    }
}
