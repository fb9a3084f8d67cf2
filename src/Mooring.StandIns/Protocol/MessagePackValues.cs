using System.Buffers;
using System.Text;
using Google.Protobuf;
using MessagePack;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Protocol;

/// <summary>Reads and writes values as Terraform sends them.</summary>
/// <seealso href="https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/object-wire-format.md"/>
internal static class MessagePackValues
{
    /// <summary>Reads a value.</summary>
    public static Value Read(ByteString bytes)
    {
        var reader = new MessagePackReader(bytes.Memory);
        return Read(ref reader);
    }

    /// <summary>Writes a value.</summary>
    public static ByteString Write(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, value);
        writer.Flush();
        return ByteString.CopyFrom(buffer.WrittenSpan);
    }

    private static Value Read(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return Value.Null;
            case MessagePackType.Extension:
                // Any extension is an unknown value; its refinements can be ignored.
                reader.Skip();
                return Value.Unknown;
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Integer or MessagePackType.Float:
                return new NumberValue(reader.ReadDouble());
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Array:
                return ReadList(ref reader);
            case MessagePackType.Map:
                return ReadObject(ref reader);
            case var type:
                throw new InvalidDataException($"Terraform sent a MessagePack {type}, which no attribute of these schemas has");
        }
    }

    private static ListValue ReadList(ref MessagePackReader reader)
    {
        var elements = new Value[reader.ReadArrayHeader()];
        for (var index = 0; index < elements.Length; index++)
        {
            elements[index] = Read(ref reader);
        }

        return new ListValue(elements);
    }

    private static ObjectValue ReadObject(ref MessagePackReader reader)
    {
        var count = reader.ReadMapHeader();
        var members = new Dictionary<string, Value>(count);
        for (var index = 0; index < count; index++)
        {
            members.Add(reader.ReadString()!, Read(ref reader));
        }

        return new ObjectValue(members);
    }

    private static void Write(ref MessagePackWriter writer, Value value)
    {
        switch (value)
        {
            case { IsNull: true }:
                writer.WriteNil();
                break;
            case { IsUnknown: true }:
                writer.WriteExtensionFormat(new ExtensionResult(0, new byte[1]));
                break;
            case TypedValue typed:
                writer.WriteArrayHeader(2);
                writer.Write(Encoding.UTF8.GetBytes(typed.TypeConstraint));
                Write(ref writer, typed.Content);
                break;
            case BoolValue flag:
                writer.Write(flag.Value);
                break;
            case NumberValue number:
                Write(ref writer, number.Value);
                break;
            case StringValue text:
                writer.Write(text.Value);
                break;
            case ListValue list:
                Write(ref writer, list);
                break;
            case ObjectValue @object:
                Write(ref writer, @object);
                break;
        }
    }

    private static void Write(ref MessagePackWriter writer, double number)
    {
        if (double.IsInteger(number))
        {
            writer.Write((long)number);
        }
        else
        {
            writer.Write(number);
        }
    }

    private static void Write(ref MessagePackWriter writer, ListValue list)
    {
        writer.WriteArrayHeader(list.Values.Count);
        foreach (var element in list.Values)
        {
            Write(ref writer, element);
        }
    }

    private static void Write(ref MessagePackWriter writer, ObjectValue @object)
    {
        writer.WriteMapHeader(@object.Members.Count);
        foreach (var (name, member) in @object.Members)
        {
            writer.Write(name);
            Write(ref writer, member);
        }
    }
}
