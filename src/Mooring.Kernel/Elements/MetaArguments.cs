using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>What every resource may have: <c>provider</c>, <c>depends_on</c>, <c>count</c>, <c>lifecycle</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/meta-arguments"/>
internal sealed class MetaArguments
{
    private static readonly string[] s_unknown = ["forEach", "provisioners", "connection"];

    private readonly ProviderElement? _provider;
    private readonly List<Element>? _dependsOn;
    private readonly double? _count;
    private readonly MapValue? _lifecycle;

    /// <summary>Reads them from the configuration of a resource.</summary>
    public MetaArguments(MapValue config, KernelSession session)
    {
        if (s_unknown.FirstOrDefault(config.ContainsKey) is { } unknown)
        {
            throw new UnknownException($"'{unknown}' of a resource");
        }

        _provider = Of<ProviderElement>(config, "provider");
        _dependsOn = Of<ListValue>(config, "dependsOn")?.Select(each => each as Element ?? throw new UnknownException("such a dependency")).ToList();
        // CDKTF makes a token for each.
        session.Tokens.Skip(_dependsOn?.Count ?? 0);
        _count = config.Of("count") is { } count ? count as double? ?? throw new UnknownException("such a 'count'") : null;
        _lifecycle = Of<MapValue>(config, "lifecycle") is { } lifecycle ? InSnakeCase(lifecycle) : null;
    }

    /// <summary>Adds them to the block of the resource.</summary>
    /// <param name="block">The block.</param>
    /// <param name="tokens">The tokens.</param>
    public void AddTo(MapValue block, TokenTable tokens)
    {
        _dependsOn?.ForEach(each => each.TakeFqn(tokens));
        Set(block, "provider", _provider?.Fqn);
        Set(block, "depends_on", _dependsOn is null ? null : new ListValue(_dependsOn.Select(each => each.Fqn)));
        Set(block, "count", _count);
        Set(block, "lifecycle", _lifecycle);
    }

    private static T? Of<T>(MapValue config, string key)
        where T : class => config.Of(key) is { } value ? value as T ?? throw new UnknownException($"such a '{key}' of a resource") : null;

    private static void Set(MapValue block, string key, object? value)
    {
        if (value is not null)
        {
            block[key] = value;
        }
    }

    private static MapValue InSnakeCase(MapValue map) => new(map.Select(each => (SnakeCase.Of(each.Key), Value(each.Value))));

    private static object? Value(object? value) =>
        value switch
        {
            MapValue map => InSnakeCase(map),
            ListValue list => new ListValue(list.Select(Value)),
            _ => value,
        };
}
