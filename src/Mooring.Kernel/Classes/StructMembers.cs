using System.Text.Json;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Classes;

/// <summary>The members of a struct.</summary>
internal sealed class StructMembers
{
    private readonly string _name;
    private readonly Dictionary<string, (TypeRule Type, bool IsOptional)> _members;

    /// <summary>Reads what <c>bindings/classes.mjs</c> wrote: <c>{"name": [type, isOptional]}</c>.</summary>
    public StructMembers(string name, JsonElement members)
    {
        _name = name;
        _members = members.EnumerateObject().ToDictionary(each => each.Name, each => (TypeRule.Parse(each.Value[0]), each.Value[1].GetBoolean()));
        Required = [.. _members.Where(each => !each.Value.IsOptional).Select(each => each.Key)];
    }

    /// <summary>The names of those that must be given.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>A member.</summary>
    public (TypeRule Type, bool IsOptional) Of(string member) =>
        _members.TryGetValue(member, out var rule) ? rule : throw new UnknownException($"the member '{member}' of {_name}");
}
