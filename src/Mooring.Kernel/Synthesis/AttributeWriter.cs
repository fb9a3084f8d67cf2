using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Synthesis;

/// <summary>Writes the configuration of a resource as Terraform has it.</summary>
internal sealed class AttributeWriter(KernelSession session)
{
    /// <summary>The attributes and blocks of a resource or provider.</summary>
    public MapValue Write(ClassFacts facts, MapValue config) =>
        Write(facts.Attributes, property => facts.Field(property).Config is { } key ? config.Of(key) : null);

    private MapValue Write(IReadOnlyList<AttributeRule> rules, Func<string, object?> valueOf)
    {
        var written = new MapValue();
        foreach (var rule in rules)
        {
            if (valueOf(rule.Property) is { } value)
            {
                written.Add(rule.Attribute, Write(value, rule.Mapper));
            }
        }

        return written;
    }

    private object Write(object value, Mapper mapper) =>
        (mapper.Kind, value) switch
        {
            ("string" or "number" or "boolean" or "any", _) => value,
            ("struct", MapValue members) => Write(session.Packages.MappingOf(mapper.Function!), members.Of),
            ("list", ListValue list) => session.Tokens.Of(list) is null ? Each(list, mapper) : list,
            ("block", ListValue list) => Each(list, mapper),
            ("map", MapValue map) => new MapValue(map.Select(each => (Key(each.Key), (object?)Write(each.Value!, mapper.Element!)))),
            ("list" or "struct", TokenObject) => value,
            _ => throw new UnknownException("such a value of an attribute"),
        };

    private ListValue Each(ListValue list, Mapper mapper) => new(list.Select(each => Write(each!, mapper.Element!)));

    private static string Key(string key) => TokenTable.HasTokens(key) ? throw new UnknownException("a token as a key") : key;
}
