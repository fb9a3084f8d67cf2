using System.Globalization;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>An object that is being created or updated, from which attributes are computed.</summary>
internal sealed class Creation
{
    private readonly string[] _name;

    /// <summary>Starts to create or update an object.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="context">The provider.</param>
    /// <param name="planned">The planned attributes.</param>
    /// <param name="prior">The prior attributes; null when it is created.</param>
    public Creation(ResourceType type, ProviderContext context, ObjectValue planned, Value prior)
    {
        (Type, Context, Planned, Prior) = (type, context, planned, prior);
        string[] name =
        [
            type.Name,
            .. context.IdsOf(type.Name),
            .. type.Unique.SelectMany(path => ValuePath.All(planned, path)).Select(value => value.ToString()),
        ];
        _name = [.. name, context.Account.CountCreated(name).ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>Its type.</summary>
    public ResourceType Type { get; }

    /// <summary>The provider.</summary>
    public ProviderContext Context { get; }

    /// <summary>The planned attributes.</summary>
    public ObjectValue Planned { get; }

    /// <summary>The prior attributes; null when it is created.</summary>
    public Value Prior { get; }

    /// <summary>A planned attribute or block.</summary>
    public Value this[string name] => Planned[name];

    /// <summary>The text of a planned attribute; empty where it has none.</summary>
    public string Text(string name) => Planned[name].Text ?? string.Empty;

    /// <summary>Hexadecimal digits that AWS would generate, the same for each object and purpose.</summary>
    public string MadeUp(int digits, string purpose) => Context.Account.MadeUp(digits, [.. _name, purpose]);
}
