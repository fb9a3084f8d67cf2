using System.Text.Json;

namespace Mooring.StandIns.Schemas;

/// <summary>An attribute of a block: it has either a type or nested attributes.</summary>
public sealed record BlockAttribute
{
    /// <summary>A type constraint as JSON: <c>"string"</c>, <c>["set", "string"]</c>.</summary>
    /// <value>Defaults to none.</value>
    public JsonElement? Type { get; init; }

    /// <summary>The attributes in it.</summary>
    /// <value>Defaults to none.</value>
    public NestedType? NestedType { get; init; }

    /// <summary>Whether a configuration must set it.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Required { get; init; }

    /// <summary>Whether a configuration may set it.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Optional { get; init; }

    /// <summary>Whether the provider sets it where the configuration does not.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Computed { get; init; }

    /// <summary>Whether Terraform hides it where it prints values.</summary>
    /// <value>Defaults to <see langword="false"/>, also where the npm packages do not say it.</value>
    public bool Sensitive { get; init; }
}
