using System.Text.Json;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Schemas;

/// <summary>Values of the form that a schema gives them.</summary>
internal static class SchemaValues
{
    /// <summary>A block with every computed attribute that the configuration leaves out unknown, as a plan to create it has it.</summary>
    public static Value WithUnknowns(Block block, Value value) =>
        value is ObjectValue @object
            ? @object.With([
                .. block.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, WithUnknowns(attribute.Value, @object[attribute.Key]))),
                .. block.BlockTypes.Select(nested =>
                    KeyValuePair.Create(nested.Key, Each(@object[nested.Key], element => WithUnknowns(nested.Value.Block, element)))
                ),
            ])
            : value;

    /// <summary>An attribute, unknown where it is computed and the configuration leaves it out.</summary>
    public static Value WithUnknowns(BlockAttribute attribute, Value value)
    {
        if (value.IsNull)
        {
            return attribute.Computed ? Value.Unknown : value;
        }

        return attribute.NestedType is { } nested ? Each(value, element => WithUnknowns(new Block { Attributes = nested.Attributes }, element)) : value;
    }

    /// <summary>A block without unknowns: an attribute that nobody computed is null, and a list or a set of blocks is empty.</summary>
    public static ObjectValue WithoutUnknowns(Block block, ObjectValue value) =>
        (ObjectValue)
            Value.Object(
                value.Members.Select(member =>
                    KeyValuePair.Create(
                        member.Key,
                        block.BlockTypes.TryGetValue(member.Key, out var nested) ? WithoutUnknowns(nested, member.Value) : WithoutUnknowns(member.Value)
                    )
                )
            );

    private static Value WithoutUnknowns(NestedBlock nested, Value value) =>
        value switch
        {
            { IsUnknown: true } or { IsNull: true } => nested.NestingMode is NestingMode.List or NestingMode.Set ? Value.List() : Value.Null,
            ListValue list => Value.List(list.Values.Select(element => WithoutUnknowns(nested.Block, Fit(nested.Block, element)))),
            _ => WithoutUnknowns(value),
        };

    private static Value WithoutUnknowns(Value value) =>
        value switch
        {
            { IsUnknown: true } => Value.Null,
            ListValue list => Value.List(list.Values.Select(WithoutUnknowns)),
            ObjectValue @object => Value.Object(@object.Members.Select(member => KeyValuePair.Create(member.Key, WithoutUnknowns(member.Value)))),
            _ => value,
        };

    /// <summary>The attributes and blocks of a block, taken from any object that has some of them.</summary>
    public static ObjectValue Fit(Block block, Value value) =>
        (ObjectValue)
            Value.Object([
                .. block.Attributes.Select(attribute => KeyValuePair.Create(attribute.Key, Fit(attribute.Value, value[attribute.Key]))),
                .. block.BlockTypes.Select(nested => KeyValuePair.Create(nested.Key, FitBlocks(nested.Value, value[nested.Key]))),
            ]);

    private static Value Each(Value value, Func<Value, Value> change) =>
        value switch
        {
            ListValue list => Value.List(list.Values.Select(change)),
            _ => change(value),
        };

    private static Value Fit(BlockAttribute attribute, Value value)
    {
        if (value.IsNull || value.IsUnknown)
        {
            return value;
        }

        return attribute.NestedType is { } nested
            ? Each(value, element => Fit(new Block { Attributes = nested.Attributes }, element))
            : Fit(attribute.Type!.Value, value);
    }

    /// <summary>A list or a set of blocks is never null.</summary>
    private static Value FitBlocks(NestedBlock nested, Value value) =>
        nested.NestingMode is NestingMode.List or NestingMode.Set
            ? Value.List(value.Elements.Select(element => Fit(nested.Block, element)))
            : Each(value, element => element.IsNull ? element : Fit(nested.Block, element));

    /// <summary>A value of a type constraint: <c>"string"</c>, <c>["list", T]</c>, <c>["object", { … }]</c>.</summary>
    private static Value Fit(JsonElement type, Value value)
    {
        if (type.ValueKind == JsonValueKind.String || value.IsNull)
        {
            return value;
        }

        return type[0].GetString() switch
        {
            "list" or "set" => Value.List(value.Elements.Select(element => Fit(type[1], element))),
            "object" => Value.Object(type[1].EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Fit(member.Value, value[member.Name])))),
            _ => value,
        };
    }
}
