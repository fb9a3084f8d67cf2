using Microsoft.Extensions.Logging.Abstractions;

namespace Mooring.Kernel.Seam;

/// <summary>jsii's own kernel in Node.js, started as jsii starts it.</summary>
internal sealed class NodeKernel : IAnswering
{
    private readonly Action<string> _write;
    private readonly Func<string> _read;

    /// <summary>Starts Node.js.</summary>
    /// <param name="packages">The files that it reads.</param>
    public NodeKernel(PackageFiles packages)
    {
        packages.Write();
        var provider = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("JsiiRuntimeProvider"), ResourceExtractorProxy.Create(packages));
        var process = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("NodeProcess"), provider, NullLoggerFactory.Instance);
        var runtime = JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service("Runtime"), process);
        _write = JsiiRuntimeTypes.Bind<Action<string>>(runtime, "WriteRequest");
        _read = JsiiRuntimeTypes.Bind<Func<string>>(runtime, "ReadResponse");
        // It introduces itself.
        _ = _read();
    }

    /// <inheritdoc/>
    public string Answer(string request)
    {
        _write(request);
        return _read();
    }
}
