using System.Globalization;

namespace Mooring.TargetGroupBindings;

/// <summary>A port of a Service, by its number or by its name, as Kubernetes' <c>IntOrString</c>.</summary>
public readonly record struct ServicePort
{
    private readonly string? _name;

    /// <summary>Names a port by its number.</summary>
    public ServicePort(int number) => Number = number;

    /// <summary>Names a port by its name.</summary>
    public ServicePort(string name) => _name = name;

    /// <summary>The number, where the port is named by it.</summary>
    public int? Number { get; }

    /// <summary>The number or the name, as in a manifest.</summary>
    public object Value => Number is { } number ? number : _name ?? string.Empty;

    /// <summary>A number is a port's number.</summary>
    public static implicit operator ServicePort(int number) => new(number);

    /// <summary>A string is a port's name.</summary>
    public static implicit operator ServicePort(string name) => new(name);

    /// <summary>The port named by a number.</summary>
    public static ServicePort FromInt32(int number) => new(number);

    /// <summary>The port named by a name.</summary>
    public static ServicePort FromString(string name) => new(name);

    /// <summary>The port that a text names: by its number where it is one, else by its name.</summary>
    public static ServicePort Parse(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new(number) : new(text);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value}");
}
