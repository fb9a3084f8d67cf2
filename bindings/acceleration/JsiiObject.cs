using System;
using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;

namespace Mooring.Bindings;

/// <summary>
/// Creates objects in Node.js as <see cref="DeputyBase"/> does, with the same requests, but without its reflection, which searches every
/// new object for overridden members and reads the attributes of each member, although both depend only on the type. Public because other generated
/// packages call it; not for other use.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsiiObject
{
    private static readonly JsonWriterOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <summary>
    /// What a generated constructor passes to its base instead of a reference: the body of the constructor creates the object in Node.js, because
    /// the type of the new object is known there.
    /// </summary>
    public static ByRefValue NotYet { get; } = JsiiRuntime.NewReference("none@0", null, isProxy: true);

    /// <summary>Creates the object in Node.js that a new object represents.</summary>
    /// <param name="instance">The new object.</param>
    /// <param name="declaringType">The generated class of the constructor.</param>
    /// <param name="fullyQualifiedName">The name of the class in jsii.</param>
    /// <param name="arguments">The arguments of the constructor.</param>
    public static void Create(DeputyBase instance, Type declaringType, string fullyQualifiedName, object?[] arguments)
    {
        JsiiRuntime.Load(declaringType.Assembly);
        var type = JsiiType.Of(instance.GetType());
        var runtime = JsiiRuntime.Current;
        var response = runtime.Send(Request(writer => WriteCreate(writer, fullyQualifiedName, arguments, type)));
        JsiiAnswer.TryRead<string>(response, "$jsii.byref"u8, runtime, out var value);
        value ??= (string)runtime.Interpret<CreateResponse>(response)["$jsii.byref"];
        var reference = JsiiRuntime.NewReference(value, null, isProxy: false);
        JsiiRuntime.ReferenceOf(instance) = reference;
        runtime.Register(reference, instance);
    }

    /// <summary>A request, an object of JSON.</summary>
    internal static string Request(Action<Utf8JsonWriter> write)
    {
        var buffer = s_buffer ??= new(4096);
        var writer = s_writer ??= new(buffer, s_format);
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteCreate(Utf8JsonWriter writer, string fullyQualifiedName, object?[] arguments, JsiiType type)
    {
        writer.WriteString("api"u8, "create"u8);
        writer.WriteString("fqn"u8, fullyQualifiedName);
        WriteArguments(writer, arguments);
        writer.WritePropertyName("overrides"u8);
        writer.WriteRawValue(type.OverridesJson, skipInputValidation: true);
        writer.WritePropertyName("interfaces"u8);
        writer.WriteRawValue(type.InterfacesJson, skipInputValidation: true);
    }

    /// <summary>Writes the arguments of a constructor or a method.</summary>
    internal static void WriteArguments(Utf8JsonWriter writer, object?[] arguments)
    {
        writer.WritePropertyName("args"u8);
        JsiiValue.Write(writer, arguments);
    }

    /// <summary>Writes which object a request is about.</summary>
    internal static void WriteObject(Utf8JsonWriter writer, ByRefValue reference)
    {
        writer.WriteStartObject("objref"u8);
        writer.WriteString("$jsii.byref"u8, JsiiRuntime.ValueOf(reference));
        writer.WriteEndObject();
    }
}
