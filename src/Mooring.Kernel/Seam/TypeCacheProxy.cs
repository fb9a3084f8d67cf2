using System.Collections.Concurrent;
using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Kernel.Seam;

/// <summary>
/// Implements jsii's internal interface <c>ITypeCache</c>, which finds the .NET type of a name in jsii. jsii reads the attributes of all types of all
/// assemblies for it; here a type is found by how the packages name their types. Whatever is not found by that is left to jsii.
/// </summary>
internal class TypeCacheProxy : DispatchProxy
{
    private const string Providers = "@cdktf/provider-";

    private static readonly Dictionary<string, string> s_packages = new() { ["constructs"] = "Constructs", ["cdktf"] = "HashiCorp.Cdktf" };

    private static readonly Dictionary<string, Type> s_attributes = new()
    {
        ["Class"] = typeof(JsiiClassAttribute),
        ["Enum"] = typeof(JsiiEnumAttribute),
        ["Interface"] = typeof(JsiiInterfaceAttribute),
    };

    private readonly ConcurrentDictionary<string, Type?> _types = new();
    private readonly ConcurrentDictionary<string, Assembly> _assemblies = new();
    private object _original = null!;

    /// <summary>Creates the cache.</summary>
    /// <param name="original">jsii's own, for several threads.</param>
    public static object Create(object original)
    {
        var proxy = Create(JsiiRuntimeTypes.Service("ITypeCache"), typeof(TypeCacheProxy));
        ((TypeCacheProxy)proxy)._original = original;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var isTry = targetMethod!.Name.StartsWith("TryGet", StringComparison.Ordinal);
        var kind = targetMethod.Name[(isTry ? "TryGet".Length : "Get".Length)..^"Type".Length];
        if (s_attributes.TryGetValue(kind, out var attribute) && Find((string)args![0]!) is { } type)
        {
            var isKind = type.IsDefined(attribute, inherit: false);
            if (isKind || isTry)
            {
                return isKind ? type : null;
            }
        }

        return targetMethod.Invoke(_original, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    /// <summary><c>@cdktf/provider-aws.lb.LbConfig</c> is <c>HashiCorp.Cdktf.Providers.Aws.Lb.LbConfig</c>, if its attribute says so, too.</summary>
    private Type? Find(string name) =>
        _types.GetOrAdd(
            name,
            _ => Candidates(name).FirstOrDefault(each => each?.GetCustomAttribute<JsiiTypeAttributeBase>(inherit: false)?.FullyQualifiedName == name)
        );

    /// <summary>The interface of a struct begins with an I, which its name in jsii does not have.</summary>
    private IEnumerable<Type?> Candidates(string name)
    {
        var parts = name.Split('.');
        var package = s_packages.GetValueOrDefault(parts[0]) ?? (parts[0].StartsWith(Providers, StringComparison.Ordinal) ? ProviderOf(parts[0]) : null);
        if (package is not null && AssemblyOf(package) is { } assembly)
        {
            var space = string.Join('.', [package, .. parts[1..^1].Select(Capitalized)]);
            yield return assembly.GetType($"{space}.{parts[^1]}");
            yield return assembly.GetType($"{space}.I{parts[^1]}");
        }
    }

    private static string ProviderOf(string package) => $"HashiCorp.Cdktf.Providers.{Capitalized(package[Providers.Length..])}";

    /// <summary>The assembly of a package, once it is loaded.</summary>
    private Assembly? AssemblyOf(string name)
    {
        if (
            !_assemblies.TryGetValue(name, out var found)
            && Array.Find(AppDomain.CurrentDomain.GetAssemblies(), each => each.GetName().Name == name) is { } loaded
        )
        {
            _assemblies[name] = found = loaded;
        }

        return found;
    }

    private static string Capitalized(string name) => name.Length == 0 ? name : $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
