using System;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>
/// Reads properties and calls methods in Node.js as <see cref="DeputyBase"/> does, with the same requests, but without the attributes of each member
/// and without a serializer. Public because other generated packages call it; not for other use.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsiiCall
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Reads a property.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="property">The name of the property in jsii.</param>
    public static T? Get<T>(DeputyBase instance, string property)
    {
        var runtime = JsiiRuntime.Current;
        var response = runtime.Send(
            JsiiObject.Request(writer =>
            {
                writer.WriteString("api"u8, "get"u8);
                JsiiObject.WriteObject(writer, JsiiRuntime.ReferenceOf(instance));
                writer.WriteString("property"u8, property);
            })
        );
        return JsiiAnswer.TryRead<T>(response, "value"u8, runtime, out var value)
            ? value
            : (T?)runtime.Convert(PropertyOf(instance, property), typeof(T), runtime.Interpret<GetResponse>(response).Value);
    }

    /// <summary>Calls a method.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="method">The name of the method in jsii.</param>
    /// <param name="arguments">Its arguments.</param>
    public static T? Invoke<T>(DeputyBase instance, string method, params object?[] arguments)
    {
        var runtime = JsiiRuntime.Current;
        return Result<T>(runtime, Send(runtime, instance, method, arguments), instance.GetType(), method);
    }

    /// <summary>Calls a method that returns nothing.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="method">The name of the method in jsii.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void InvokeVoid(DeputyBase instance, string method, params object?[] arguments)
    {
        var runtime = JsiiRuntime.Current;
        var response = Send(runtime, instance, method, arguments);
        if (!JsiiAnswer.IsOk(response))
        {
            runtime.Interpret<InvokeResponse>(response);
        }
    }

    /// <summary>Calls a method of a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="fullyQualifiedName">Its name in jsii.</param>
    /// <param name="method">The name of the method in jsii.</param>
    /// <param name="arguments">Its arguments.</param>
    public static T? InvokeStatic<T>(Type type, string fullyQualifiedName, string method, params object?[] arguments)
    {
        JsiiRuntime.Load(type.Assembly);
        var runtime = JsiiRuntime.Current;
        var response = runtime.Send(
            JsiiObject.Request(writer =>
            {
                writer.WriteString("api"u8, "sinvoke"u8);
                writer.WriteString("fqn"u8, fullyQualifiedName);
                WriteCall(writer, method, arguments);
            })
        );
        return Result<T>(runtime, response, type, method);
    }

    private static T? Result<T>(JsiiRuntime runtime, string response, Type type, string method) =>
        JsiiAnswer.TryRead<T>(response, "result"u8, runtime, out var value)
            ? value
            : (T?)runtime.Convert(ReturnOf(type, method), typeof(T), runtime.Interpret<InvokeResponse>(response).Result);

    private static string Send(JsiiRuntime runtime, DeputyBase instance, string method, object?[] arguments) =>
        runtime.Send(
            JsiiObject.Request(writer =>
            {
                writer.WriteString("api"u8, "invoke"u8);
                JsiiObject.WriteObject(writer, JsiiRuntime.ReferenceOf(instance));
                WriteCall(writer, method, arguments);
            })
        );

    private static void WriteCall(Utf8JsonWriter writer, string method, object?[] arguments)
    {
        writer.WriteString("method"u8, method);
        JsiiObject.WriteArguments(writer, arguments);
    }

    private static JsiiPropertyAttribute PropertyOf(DeputyBase instance, string name) =>
        instance
            .GetType()
            .GetProperties(Any)
            .Select(property => (JsiiPropertyAttribute?)Attribute.GetCustomAttribute(property, typeof(JsiiPropertyAttribute), inherit: true))
            .First(attribute => attribute?.Name == name)!;

    private static object ReturnOf(Type type, string name) =>
        JsiiRuntime.ReturnsOf(
            type.GetMethods(Any | BindingFlags.FlattenHierarchy)
                .Select(method => method.GetCustomAttribute<JsiiMethodAttribute>(inherit: true))
                .First(attribute => attribute?.Name == name)!
        );
}
