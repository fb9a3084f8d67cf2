using System;
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
    private static JsiiRuntime? s_current;

    private readonly Action<string> _write;
    private readonly Func<string> _read;
    private readonly Action<ByRefValue, DeputyBase, bool> _register;
    private readonly object _client;
    private readonly MethodInfo _interpret;

    private JsiiRuntime()
    {
        var services = (IServiceProvider)
            Internal("ServiceContainer").GetProperty("ServiceProvider", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        object Service(string type) => services.GetService(Internal(type)) ?? throw new MissingMemberException("Amazon.JSII.Runtime", type);

        var runtime = Service("IRuntime");
        _write = Method(runtime, "WriteRequest").CreateDelegate<Action<string>>(runtime);
        _read = Method(runtime, "ReadResponse").CreateDelegate<Func<string>>(runtime);
        var references = Service("IReferenceMap");
        _register = Method(references, "AddNativeReference").CreateDelegate<Action<ByRefValue, DeputyBase, bool>>(references);
        _client = Service("IClient");
        _interpret = Method(_client, "TryDeserialize");
    }

    /// <summary>The runtime of this process, started at first use.</summary>
    public static JsiiRuntime Current => s_current ??= new JsiiRuntime();

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

    /// <summary>Registers an object under its reference, to which later responses refer.</summary>
    public void Register(ByRefValue reference, DeputyBase instance) => _register(reference, instance, true);

    /// <summary>Loads the npm package of an assembly and its dependencies in Node.js, unless they are loaded.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Load")]
    public static extern void Load(JsiiTypeAttributeBase? declaringType, Assembly assembly);

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

    private static Type Internal(string name) =>
        typeof(DeputyBase).Assembly.GetType($"Amazon.JSII.Runtime.Services.{name}") ?? throw new MissingMemberException("Amazon.JSII.Runtime", name);

    private static MethodInfo Method(object service, string name) =>
        service.GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, ParametersOf(name))
        ?? throw new MissingMemberException(service.GetType().FullName, name);

    private static Type[] ParametersOf(string method) =>
        method switch
        {
            "AddNativeReference" => [typeof(ByRefValue), typeof(DeputyBase), typeof(bool)],
            "ReadResponse" => [],
            _ => [typeof(string)],
        };
}
