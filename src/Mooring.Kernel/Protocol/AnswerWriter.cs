using System.Text;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Protocol;

/// <summary>Writes answers of jsii's protocol.</summary>
internal sealed class AnswerWriter(ObjectTable objects)
{
    /// <summary>An answer with a value: <c>{"ok":{"value":"text"}}</c>, or with none.</summary>
    public string Write(string name, object? value)
    {
        if (value is null)
        {
            return """{"ok":{}}""";
        }

        var json = new StringBuilder().Append("{\"ok\":{\"").Append(name).Append("\":");
        Add(json, value);
        return json.Append("}}").ToString();
    }

    /// <summary>An answer with a new object.</summary>
    public string WriteNew(KernelObject instance) => $$$"""{"ok":{"$jsii.byref":"{{{objects.ReferenceOf(instance)}}}"}}""";

    private void Add(StringBuilder json, object value)
    {
        switch (value)
        {
            case string text:
                JavaScriptText.Append(json, text);
                break;
            case double number:
                json.Append(JavaScriptNumber.Text(number));
                break;
            case bool flag:
                json.Append(flag ? "true" : "false");
                break;
            case ListValue list:
                AddList(json, list);
                break;
            case TokenObject token:
                json.Append("{\"$jsii.byref\":\"").Append(objects.ReferenceOf(token)).Append("\",\"$jsii.interfaces\":[\"cdktf.IResolvable\"]}");
                break;
            case KernelObject instance:
                json.Append("{\"$jsii.byref\":\"").Append(objects.ReferenceOf(instance)).Append("\"}");
                break;
            default:
                throw new UnknownException("such an answer");
        }
    }

    private void AddList(StringBuilder json, ListValue list)
    {
        json.Append('[');
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0)
            {
                json.Append(',');
            }

            Add(json, list[index]!);
        }

        json.Append(']');
    }
}
