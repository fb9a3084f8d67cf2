using Constructs;

namespace Mooring.Errors;

/// <summary>Checks the properties of a construct. Path of the construct is read only when a rule is broken: reading it calls jsii.</summary>
internal static class Property
{
    /// <summary>Throws when a property breaks a rule.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="property">Name of the property.</param>
    /// <param name="fault">The error, as the limits report it; <see langword="null"/> when nothing is.</param>
    /// <exception cref="ConstructException">There is a fault.</exception>
    public static void Require(IConstruct construct, string property, string? fault)
    {
        if (fault is not null)
        {
            throw new ConstructException(construct.Node.Path, property, fault);
        }
    }

    /// <summary>Throws when an entry of a property breaks a rule.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="property">Name of the property.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="limit">The rule.</param>
    /// <exception cref="ConstructException">There is a fault.</exception>
    public static void RequireEach(IConstruct construct, string property, IEnumerable<string> entries, Func<string, string?> limit)
    {
        foreach (var entry in entries)
        {
            Require(construct, property, limit(entry));
        }
    }
}
