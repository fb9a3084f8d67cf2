using System.Globalization;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Objects;

/// <summary>
/// The objects that .NET has references to. They are numbered as jsii numbers them: from 10000 on, in the order in which .NET gets to know them.
/// </summary>
internal sealed class ObjectTable
{
    private const int First = 10000;

    private readonly Dictionary<string, KernelObject> _objects = [];

    /// <summary>The object of a reference.</summary>
    public KernelObject Of(string reference) => _objects.TryGetValue(reference, out var found) ? found : throw new UnknownException($"the object {reference}");

    /// <summary>The reference of an object; it gets one where it has none.</summary>
    public string ReferenceOf(KernelObject instance)
    {
        if (instance.Reference is null)
        {
            instance.Reference = $"{instance.Type}@{(First + _objects.Count).ToString(CultureInfo.InvariantCulture)}";
            _objects.Add(instance.Reference, instance);
        }

        return instance.Reference;
    }
}
