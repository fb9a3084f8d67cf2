using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace Mooring.Kernel.Seam;

/// <summary>jsii's own kernel in Node.js, started as jsii starts it.</summary>
internal sealed class NodeKernel : IAnswering
{
    private readonly Action<string> _write;
    private readonly Func<string> _read;
    private readonly TextWriter _input;

    /// <summary>Starts Node.js.</summary>
    /// <param name="packages">The files that it reads.</param>
    public NodeKernel(PackageFiles packages)
    {
        packages.Write();
        var provider = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("JsiiRuntimeProvider"), ResourceExtractorProxy.Create(packages));
        var process = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("NodeProcess"), provider, NullLoggerFactory.Instance);
        var runtime = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("Runtime"), process);
        _input = JsiiRuntimeTypes.Bind<Func<TextWriter>>(process, "get_StandardInput")();
        _write = JsiiRuntimeTypes.Bind<Action<string>>(runtime, "WriteRequest");
        _read = JsiiRuntimeTypes.Bind<Func<string>>(runtime, "ReadResponse");
        // It introduces itself, in JSON as in all that follows.
        _ = JObject.Parse(_read());
    }

    /// <inheritdoc/>
    public string Answer(string request)
    {
        _write(request);
        return _read();
    }

    /// <summary>Ends Node.js, which ends with its input. jsii itself disposes of the process when this one ends.</summary>
    public void Dispose()
    {
        try
        {
            _input.Dispose();
        }
        catch (IOException)
        {
            // It has ended already, before it read all; the caller that waits for its answer reports it.
        }
    }
}
