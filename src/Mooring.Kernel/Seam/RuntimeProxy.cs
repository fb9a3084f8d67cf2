using System.Reflection;

namespace Mooring.Kernel.Seam;

/// <summary>Implements jsii's internal interface <c>IRuntime</c>, which writes a request and reads the answer to it in two calls.</summary>
internal class RuntimeProxy : DispatchProxy
{
    // A thread writes a request and reads the answer, whatever other threads do in between.
    [ThreadStatic]
    private static string? s_answer;

    private IAnswering _answering = null!;

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
            s_answer = _answering.Answer((string)args![0]!);
            return null;
        }

        return s_answer ?? throw new InvalidOperationException("jsii reads an answer to nothing");
    }
}
