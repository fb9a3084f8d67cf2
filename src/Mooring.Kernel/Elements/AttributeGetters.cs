using Mooring.Kernel.Classes;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Elements;

/// <summary>Reads the properties of an object of a provider, and keeps the objects within it.</summary>
internal sealed class AttributeGetters(ClassFacts facts)
{
    private readonly Dictionary<string, KernelObject> _nested = [];

    /// <summary>Reads a property.</summary>
    public object Get(IAttributeParent parent, string property, KernelSession session)
    {
        var (kind, attribute) = facts.Getter(property);
        return kind == "Field" ? Nested(parent, attribute, session) : AttributeReader.Read(parent, kind, attribute, session);
    }

    private KernelObject Nested(IAttributeParent parent, string field, KernelSession session)
    {
        if (!_nested.TryGetValue(field, out var nested))
        {
            if (parent.Sets > 0)
            {
                throw new UnknownException("what is nested in an object of a set");
            }

            var found = facts.Field(field);
            var type = session.Packages.ClassOf(found.Class ?? throw new UnknownException($"the value of '{field}' of {facts.Name}"));
            nested = type.Kind == "List" ? new ComplexList(type, parent, found.Attribute!, found.IsSet) : ComplexObject.Of(type, parent, found.Attribute!);
            _nested.Add(field, nested);
        }

        return nested;
    }
}
