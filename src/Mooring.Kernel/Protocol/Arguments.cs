using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;

namespace Mooring.Kernel.Protocol;

/// <summary>The arguments of a call, read one after the other.</summary>
internal sealed class Arguments
{
    private readonly JsonElement[] _values;
    private readonly KernelSession _session;
    private int _next;

    /// <summary>Reads arguments; those that are null at the end are not given.</summary>
    public Arguments(JsonElement arguments, KernelSession session)
    {
        _session = session;
        JsonElement[] all = [.. arguments.EnumerateArray()];
        _values = all[..(Array.FindLastIndex(all, each => each.ValueKind != JsonValueKind.Null) + 1)];
    }

    /// <summary>The next argument.</summary>
    public T Next<T>(TypeRule type) =>
        (T)(_next < _values.Length ? _session.Wire.Read(_values[_next++], type)! : throw new UnknownException("a call with too few arguments"));

    /// <summary>The next argument, where there is one.</summary>
    public T? NextOrNone<T>(TypeRule type)
        where T : class => _next < _values.Length ? Next<T>(type) : null;

    /// <summary>There must be no more.</summary>
    public void End()
    {
        if (_next < _values.Length)
        {
            throw new UnknownException("a call with too many arguments");
        }
    }
}
