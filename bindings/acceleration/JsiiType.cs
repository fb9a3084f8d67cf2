using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>
/// What Node.js must be told of a type when an object of it is created: the members that .NET overrides, and the interfaces it has. It is
/// searched once for each type, because nothing changes a type while a program runs.
/// </summary>
internal sealed class JsiiType
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, JsiiType> s_types = new();

    private JsiiType(Type type)
    {
        OverridesJson = new JsonArray([.. MethodsOf(type).Concat(PropertiesOf(type))]).ToJsonString();
        InterfacesJson = JsonSerializer.Serialize(
            type.GetInterfaces().Select(each => each.GetCustomAttribute<JsiiInterfaceAttribute>()?.FullyQualifiedName).Where(name => name is not null)
        );
    }

    /// <summary>The overridden members: <c>[{"method":"toString"}]</c>.</summary>
    public string OverridesJson { get; }

    /// <summary>The interfaces: <c>["constructs.IConstruct"]</c>.</summary>
    public string InterfacesJson { get; }

    /// <summary>What there is to tell of a type.</summary>
    public static JsiiType Of(Type type) => s_types.GetOrAdd(type, each => new JsiiType(each));

    /// <summary>
    /// The methods without an attribute of their own, where one that they override or implement has one. Generated members all have their own.
    /// </summary>
    private static IEnumerable<JsonNode> MethodsOf(Type type) =>
        from method in type.GetMethods(AnyInstance)
        where IsWritten(method) && !method.IsDefined(typeof(JsiiMethodAttribute), inherit: false)
        let name = method.GetCustomAttribute<JsiiMethodAttribute>(inherit: true)?.Name
            ?? Implemented(type, method, (_, declared) => declared.GetCustomAttribute<JsiiMethodAttribute>()?.Name)
        where name is not null
        select new JsonObject { ["method"] = name };

    private static IEnumerable<JsonNode> PropertiesOf(Type type) =>
        from property in type.GetProperties(AnyInstance)
        where IsWritten(property) && !property.IsDefined(typeof(JsiiPropertyAttribute), inherit: false)
        let name = Attribute.GetCustomAttribute(property, typeof(JsiiPropertyAttribute), inherit: true) is JsiiPropertyAttribute inherited
            ? inherited.Name
            : property.GetAccessors(nonPublic: true).Select(accessor => Implemented(type, accessor, PropertyOf)).FirstOrDefault(each => each is not null)
        where name is not null
        select new JsonObject { ["property"] = name };

    private static string? PropertyOf(Type declaring, MethodInfo accessor) =>
        declaring
            .GetProperties()
            .First(property => property.GetMethod == accessor || property.SetMethod == accessor)
            .GetCustomAttribute<JsiiPropertyAttribute>()
            ?.Name;

    /// <summary>Whether somebody wrote a member, not jsii-pacmak.</summary>
    private static bool IsWritten(MemberInfo member) =>
        member.DeclaringType is { } declaring
        && declaring != typeof(DeputyBase)
        && declaring != typeof(object)
        && !declaring.Assembly.IsDefined(typeof(JsiiAssemblyAttribute));

    /// <summary>What a method that implements one of an interface is called in jsii.</summary>
    private static string? Implemented(Type type, MethodInfo method, Func<Type, MethodInfo, string?> nameOf) =>
        type.GetInterfaces()
            .Select(type.GetInterfaceMap)
            .SelectMany(map =>
                map.TargetMethods.Zip(map.InterfaceMethods).Where(pair => pair.First == method).Select(pair => nameOf(map.InterfaceType, pair.Second))
            )
            .FirstOrDefault(name => name is not null);
}
