using System.Text.Json;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Seam;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel;

/// <summary>
/// Answers in .NET what the packages of CDKTF ask of jsii's kernel in Node.js, for the types that programs of Mooring's kind use. An answer is the one
/// that Node.js would give; there is none where Node.js would report an error, or where the kernel does not know.
/// </summary>
internal sealed class NativeKernel : IAnswering
{
    private readonly KernelSession _session;
    private readonly AnswerWriter _answers;
    private readonly ObjectFactory _factory;

    /// <summary>Begins a conversation.</summary>
    /// <param name="files">Where files are written; by default the disk.</param>
    public NativeKernel(IOutputFiles? files = null)
    {
        _session = new(files ?? new DiskFiles());
        (_answers, _factory) = (new(_session.Objects), new(_session));
    }

    /// <inheritdoc/>
    /// <exception cref="UnknownException">Node.js has to answer this request, and all that follow.</exception>
    public string Answer(string request)
    {
        using var document = JsonDocument.Parse(request);
        var call = document.RootElement;
        return TextOf(call, "api") switch
        {
            "load" => Load(call),
            "create" => Create(call),
            "get" => _answers.Write("value", ObjectOf(call).Get(TextOf(call, "property"), _session)),
            "invoke" => _answers.Write("result", ObjectOf(call).Invoke(TextOf(call, "method"), call.GetProperty("args"), _session)),
            "sinvoke" => _answers.Write("result", StaticMembers.Invoke(TextOf(call, "fqn"), TextOf(call, "method"), call.GetProperty("args"), _session)),
            "sget" => _answers.Write("value", StaticMembers.Get(TextOf(call, "fqn"), TextOf(call, "property"), _session)),
            var api => throw new UnknownException($"the request '{api}'"),
        };
    }

    /// <summary>Does nothing: all that it has is memory.</summary>
    public void Dispose() { }

    private string Load(JsonElement call)
    {
        var name = TextOf(call, "name");
        var types = _session.Packages.Load(name, TextOf(call, "version"));
        return $$$"""{"ok":{"assembly":"{{{name}}}","types":{{{types}}}}}""";
    }

    private string Create(JsonElement call)
    {
        var type = TextOf(call, "fqn");
        if (call.TryGetProperty("overrides", out var overrides) && overrides.GetArrayLength() > 0)
        {
            throw new UnknownException($"classes that override a member of {type}");
        }

        return _answers.WriteNew(_factory.Create(type, call.GetProperty("args")));
    }

    private KernelObject ObjectOf(JsonElement call) => _session.Objects.Of(TextOf(call.GetProperty("objref"), "$jsii.byref"));

    private static string TextOf(JsonElement call, string key) => call.GetProperty(key).GetString()!;
}
