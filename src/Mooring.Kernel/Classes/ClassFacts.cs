using System.Text.Json;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Classes;

/// <summary>What a class of a provider is.</summary>
internal sealed class ClassFacts(string name, JsonElement facts)
{
    private IReadOnlyList<AttributeRule>? _attributes;

    /// <summary>The name of the class in jsii.</summary>
    public string Name => name;

    /// <summary><c>Resource</c>, <c>DataSource</c>, <c>Provider</c>, <c>Object</c> or <c>List</c>.</summary>
    public string Kind { get; } = facts.GetProperty("kind").GetString()!;

    /// <summary>The type of a resource in Terraform, or the name of a provider.</summary>
    public string Type => Text("type");

    /// <summary>Where Terraform finds a provider.</summary>
    public string Source => Text("source");

    /// <summary>The version of the provider that the class was generated from.</summary>
    public string ProviderVersion => facts.GetProperty("generator").GetProperty("providerVersion").GetString()!;

    /// <summary>Whether a resource may be created without a configuration.</summary>
    public bool IsConfigOptional => facts.GetProperty("optional").GetBoolean();

    /// <summary>The struct of the configuration of a resource.</summary>
    public string Config => Text("config");

    /// <summary>Where a nested object is: <c>first</c>, <c>single</c> or <c>item</c>.</summary>
    public string Place => Text("place");

    /// <summary>The class of the items of a list.</summary>
    public string Item => Text("item");

    /// <summary>How the attributes of a resource are written.</summary>
    public IReadOnlyList<AttributeRule> Attributes => _attributes ??= AttributeRule.ParseAll(facts.GetProperty("attributes"));

    /// <summary>How a property is read: <c>["String", "arn"]</c>.</summary>
    public (string Kind, string Attribute) Getter(string property) =>
        facts.GetProperty("getters").TryGetProperty(property, out var getter)
            ? (getter[0].GetString()!, getter[1].GetString()!)
            : throw new UnknownException($"the property '{property}' of {name}");

    /// <summary>A field of the JavaScript class.</summary>
    public FieldFacts Field(string field) =>
        facts.GetProperty("fields").TryGetProperty(field, out var found) ? new(found) : throw new UnknownException($"the field '{field}' of {name}");

    private string Text(string key) => facts.TryGetProperty(key, out var text) ? text.GetString()! : throw new UnknownException($"'{key}' of {name}");
}

/// <summary>A field of a class of a provider.</summary>
internal readonly struct FieldFacts(JsonElement facts)
{
    /// <summary>The class of the nested object that is in it; <see langword="null"/> where the field has what the user gave.</summary>
    public string? Class => Text("class");

    /// <summary>The attribute that the nested object reads.</summary>
    public string? Attribute => Text("attribute");

    /// <summary>The property of the configuration that it is set from.</summary>
    public string? Config => Text("config");

    /// <summary>Whether it is a set.</summary>
    public bool IsSet => facts.TryGetProperty("set", out var set) && set.GetBoolean();

    private string? Text(string key) => facts.TryGetProperty(key, out var text) ? text.GetString() : null;
}
