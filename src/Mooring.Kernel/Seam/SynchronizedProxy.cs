using System.Reflection;

namespace Mooring.Kernel.Seam;

/// <summary>A service of jsii, which is made for one thread, for several: one call at a time.</summary>
internal class SynchronizedProxy : DispatchProxy
{
    private readonly Lock _lock = new();
    private object _service = null!;

    /// <summary>Creates the service.</summary>
    /// <param name="type">Its interface.</param>
    /// <param name="service">jsii's own.</param>
    public static object Of(Type type, object service)
    {
        var proxy = Create(type, typeof(SynchronizedProxy));
        ((SynchronizedProxy)proxy)._service = service;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        lock (_lock)
        {
            return targetMethod!.Invoke(_service, BindingFlags.DoNotWrapExceptions, null, args, null);
        }
    }
}
