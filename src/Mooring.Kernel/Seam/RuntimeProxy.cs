using System.Reflection;

namespace Mooring.Kernel.Seam;

/// <summary>Implements jsii's internal interface <c>IRuntime</c>, which writes a request and reads the answer to it in two calls.</summary>
internal class RuntimeProxy : DispatchProxy
{
    private IAnswering _answering = null!;
    private string? _answer;

    /// <summary>Creates the runtime.</summary>
    public static object Create(IAnswering answering)
    {
        var proxy = Create(JsiiRuntimeTypes.Service("IRuntime"), typeof(RuntimeProxy));
        ((RuntimeProxy)proxy)._answering = answering;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == "WriteRequest")
        {
            _answer = _answering.Answer((string)args![0]!);
            return null;
        }

        return _answer ?? throw new InvalidOperationException("jsii reads an answer to nothing");
    }
}
