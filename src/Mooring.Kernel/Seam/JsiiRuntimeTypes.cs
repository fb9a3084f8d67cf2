using System.Reflection;
using Amazon.JSII.Runtime.Services;

namespace Mooring.Kernel.Seam;

/// <summary>
/// The internal types of Amazon.JSII.Runtime, by name. The version is pinned; a type or member that is missing fails at the first construct, with its
/// name.
/// </summary>
internal static class JsiiRuntimeTypes
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly s_assembly = typeof(ServiceContainer).Assembly;

    /// <summary>A type of its namespace <c>Services</c>.</summary>
    public static Type Service(string name) => Named($"Amazon.JSII.Runtime.Services.{name}");

    /// <summary>A type.</summary>
    public static Type Named(string name) => s_assembly.GetType(name) ?? throw new MissingMemberException(s_assembly.GetName().Name, name);

    /// <summary>Creates an object with its only constructor.</summary>
    public static object Create(Type type, params object?[] arguments) => type.GetConstructors(AnyInstance).Single().Invoke(arguments);

    /// <summary>Binds a method of an object.</summary>
    public static T Bind<T>(object target, string method)
        where T : Delegate =>
        (target.GetType().GetMethod(method, AnyInstance) ?? throw new MissingMemberException(target.GetType().Name, method)).CreateDelegate<T>(target);
}
