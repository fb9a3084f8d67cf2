using System.Text.Json;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Objects;

/// <summary>An object that .NET has a reference to, or may get one.</summary>
/// <param name="type">The name of its class in jsii.</param>
internal abstract class KernelObject(string type)
{
    /// <summary>The name of its class in jsii.</summary>
    public string Type => type;

    /// <summary>The reference, once .NET has one: <c>cdktf.App@10000</c>.</summary>
    public string? Reference { get; set; }

    /// <summary>Whether it may be passed where a class or interface is asked for.</summary>
    public virtual bool Is(string name) => name == type;

    /// <summary>Reads a property.</summary>
    public virtual object? Get(string property, KernelSession session) => throw new UnknownException($"the property '{property}' of {type}");

    /// <summary>Calls a method.</summary>
    public virtual object? Invoke(string method, JsonElement arguments, KernelSession session) =>
        throw new UnknownException($"the method '{method}' of {type}");
}
