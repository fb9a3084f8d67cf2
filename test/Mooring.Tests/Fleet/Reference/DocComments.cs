using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The doc comments of the library, as Markdown.</summary>
internal static partial class DocComments
{
    private static readonly Dictionary<string, XElement> s_members = XDocument
        .Load(Path.ChangeExtension(typeof(FleetSpec).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The summary of a type.</summary>
    public static string Summary(Type type) => Text($"T:{type.FullName}", "summary");

    /// <summary>The summary of a property; that of the interface where the property inherits it.</summary>
    public static string Summary(PropertyInfo property) => Text(property, "summary");

    /// <summary>What a property defaults to, or an empty text.</summary>
    public static string Default(PropertyInfo property) => Text(property, "value");

    private static string Text(PropertyInfo property, string tag)
    {
        var id = $"P:{property.DeclaringType!.FullName}.{property.Name}";
        return s_members[id].Element("inheritdoc") is null
            ? Text(id, tag)
            : Text(property.DeclaringType.GetInterfaces().Select(type => type.GetProperty(property.Name)).OfType<PropertyInfo>().Single(), tag);
    }

    private static string Text(string id, string tag) =>
        s_members[id].Element(tag) is { } element ? Space().Replace(string.Concat(element.Nodes().Select(Markdown)), " ").Trim() : string.Empty;

    private static string Markdown(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => $"`{CamelCase(reference.Value.Split('.')[^1])}`",
            XElement { Name.LocalName: "see" } see => $"[{see.Value}]({see.Attribute("href")!.Value})",
            _ => string.Empty,
        };

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
