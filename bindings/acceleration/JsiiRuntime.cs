using System;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>
/// The internal members of Amazon.JSII.Runtime that <see cref="JsiiObject"/> uses, bound by name once. The version is pinned; a missing member
/// fails at the first construct, with its name.
/// </summary>
internal sealed class JsiiRuntime
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Func<IServiceProvider> s_services = Internal("ServiceContainer")
        .GetProperty("ServiceProvider", BindingFlags.Static | BindingFlags.NonPublic)!
        .GetMethod!.CreateDelegate<Func<IServiceProvider>>();

    private static readonly Type s_runtime = Internal("IRuntime");
    private static readonly ConditionalWeakTable<object, JsiiRuntime> s_all = [];
    private static readonly ConcurrentDictionary<Assembly, bool> s_loaded = new();

    [ThreadStatic]
    private static JsiiRuntime? s_last;

    private readonly object _runtime;
    private readonly Action<string> _write;
    private readonly Func<string> _read;
    private readonly object _references;
    private readonly Action<ByRefValue, DeputyBase, bool> _register;
    private readonly Func<ByRefValue, DeputyBase> _find;
    private readonly object _converter;
    private readonly object _client;
    private readonly MethodInfo _interpret;

    private JsiiRuntime(IServiceProvider services, object runtime)
    {
        object Service(string type) => services.GetService(Internal(type)) ?? throw Missing(type);

        _runtime = runtime;
        _write = Method(runtime, "WriteRequest").CreateDelegate<Action<string>>(runtime);
        _read = Method(runtime, "ReadResponse").CreateDelegate<Func<string>>(runtime);
        _references = Service("IReferenceMap");
        _register = Method(_references, "AddNativeReference").CreateDelegate<Action<ByRefValue, DeputyBase, bool>>(_references);
        _find = Method(_references, "GetOrCreateNativeReference").CreateDelegate<Func<ByRefValue, DeputyBase>>(_references);
        _converter = Service("Converters.IJsiiToFrameworkConverter");
        _client = Service("IClient");
        _interpret = Method(_client, "TryDeserialize");
    }

    /// <summary>
    /// Lets Mooring, where the program has it, answer in place of Node.js. A program that begins with a construct of CDKTF has not run any code of it.
    /// </summary>
    static JsiiRuntime() => Type.GetType("Mooring.Jsii.JsiiEngine, Mooring")?.GetMethod("Install")?.Invoke(null, null);

    /// <summary>
    /// The runtime that serves the calling code, started at first use. jsii has one for the whole process; who overrides its services can have others.
    /// </summary>
    public static JsiiRuntime Current
    {
        get
        {
            var services = s_services();
            var runtime = services.GetService(s_runtime) ?? throw Missing("IRuntime");
            return s_last is { } last && last._runtime == runtime ? last : s_last = s_all.GetValue(runtime, _ => new JsiiRuntime(services, runtime));
        }
    }

    /// <summary>Sends a request of jsii's protocol and waits for the response to it.</summary>
    public string Send(string request)
    {
        _write(request);
        return _read();
    }

    /// <summary>
    /// Passes a response to the runtime: an error, which it throws, or a callback into .NET, which it answers until the real response arrives.
    /// </summary>
    public TResponse Interpret<TResponse>(string response)
        where TResponse : class, IKernelResponse => _interpret.MakeGenericMethod(typeof(TResponse)).CreateDelegate<Func<string, TResponse>>(_client)(response);

    /// <summary>Converts what an answer holds, as jsii does.</summary>
    /// <param name="declared">What the member declares of it.</param>
    /// <param name="type">The type to convert to.</param>
    /// <param name="value">The value.</param>
    public object? Convert(object declared, Type type, object? value)
    {
        var converter = Internal("Converters.IJsiiToFrameworkConverter").GetMethod("TryConvert") ?? throw Missing("TryConvert");
        var arguments = new[] { declared, type, _references, value, null };
        return (bool)converter.Invoke(_converter, BindingFlags.DoNotWrapExceptions, null, arguments, null)!
            ? arguments[^1]
            : throw new NotSupportedException($"Could not convert '{value}' to {type}");
    }

    /// <summary>The object of a reference, a new one where .NET did not have it yet.</summary>
    public DeputyBase ObjectOf(ByRefValue reference) => _find(reference);

    /// <summary>What a method returns, as its attribute declares it.</summary>
    public static object ReturnsOf(JsiiMethodAttribute attribute) =>
        typeof(JsiiMethodAttribute).GetProperty("Returns", AnyInstance)?.GetValue(attribute) ?? throw Missing("Returns");

    /// <summary>Registers an object under its reference, to which later responses refer.</summary>
    public void Register(ByRefValue reference, DeputyBase instance) => _register(reference, instance, true);

    /// <summary>Loads the npm package of an assembly and its dependencies in Node.js, unless they are loaded; jsii does it once a process.</summary>
    /// <remarks>
    /// One thread after the other: jsii writes the package to a file whose name is that of the package, and Node.js would read what a second thread has
    /// written of it so far.
    /// </remarks>
    public static void Load(Assembly assembly)
    {
        if (s_loaded.ContainsKey(assembly))
        {
            return;
        }

        lock (s_loaded)
        {
            if (!s_loaded.ContainsKey(assembly))
            {
                Load(null, assembly);
                s_loaded.TryAdd(assembly, true);
            }
        }
    }

    /// <summary>Creates a reference; a proxy is not registered.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    public static extern ByRefValue NewReference(string value, string[]? interfaces, bool isProxy);

    /// <summary>The id of an object in Node.js: <c>constructs.Construct@10001</c>.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Value")]
    public static extern string ValueOf(ByRefValue reference);

    /// <summary>The known jsii interfaces of an object in Node.js.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Interfaces")]
    public static extern string[] InterfacesOf(ByRefValue reference);

    /// <summary>The reference of an object, to be read or set.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Reference>k__BackingField")]
    public static extern ref ByRefValue ReferenceOf(DeputyBase instance);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Load")]
    private static extern void Load(JsiiTypeAttributeBase? declaringType, Assembly assembly);

    private static Type Internal(string name) => typeof(DeputyBase).Assembly.GetType($"Amazon.JSII.Runtime.Services.{name}") ?? throw Missing(name);

    private static MissingMemberException Missing(string name) => new("Amazon.JSII.Runtime", name);

    private static MethodInfo Method(object service, string name) =>
        service.GetType().GetMethod(name, AnyInstance, ParametersOf(name)) ?? throw new MissingMemberException(service.GetType().FullName, name);

    private static Type[] ParametersOf(string method) =>
        method switch
        {
            "AddNativeReference" => [typeof(ByRefValue), typeof(DeputyBase), typeof(bool)],
            "GetOrCreateNativeReference" => [typeof(ByRefValue)],
            "ReadResponse" => [],
            _ => [typeof(string)],
        };
}
