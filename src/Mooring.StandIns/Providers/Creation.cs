using System.Globalization;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>An object that is being created or changed, for what is computed from it.</summary>
internal sealed class Creation
{
    private readonly string[] _name;

    /// <summary>Begins to create or change an object.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="context">The provider that does it.</param>
    /// <param name="planned">The attributes that were planned.</param>
    /// <param name="prior">The attributes it had; null when it is created.</param>
    public Creation(ResourceType type, ProviderContext context, ObjectValue planned, Value prior)
    {
        (Type, Context, Planned, Prior) = (type, context, planned, prior);
        string[] name = [type.Name, .. type.Unique.SelectMany(path => ValuePath.All(planned, path)).Select(value => value.ToString())];
        _name = [.. name, context.Account.CountCreated(name).ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Its type.</summary>
    public ResourceType Type { get; }

    /// <summary>The provider that does it.</summary>
    public ProviderContext Context { get; }

    /// <summary>The attributes that were planned.</summary>
    public ObjectValue Planned { get; }

    /// <summary>The attributes it had; null when it is created.</summary>
    public Value Prior { get; }

    /// <summary>An attribute or a block that was planned.</summary>
    public Value this[string name] => Planned[name];

    /// <summary>The text of an attribute that was planned; empty where it has none.</summary>
    public string Text(string name) => Planned[name].Text ?? string.Empty;

    /// <summary>Hexadecimal digits that AWS makes up, one and the same for each object and purpose.</summary>
    public string MadeUp(int digits, string purpose) => Context.Account.MadeUp(digits, [.. _name, purpose]);
}
