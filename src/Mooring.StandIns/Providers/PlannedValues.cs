using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>
/// Plans the attributes and blocks of a resource that its configuration leaves out, as the provider's plugin library does. What is optional and
/// computed keeps its value; what has a default gets it.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/schema/schema.go"/>
/// <param name="known">What is known of the resource.</param>
/// <param name="isNew">Whether it is created, so that what is computed is not known yet.</param>
internal sealed class PlannedValues(OptionalComputed known, bool isNew)
{
    /// <summary>Plans a resource.</summary>
    /// <param name="block">Its schema.</param>
    /// <param name="proposed">The proposed state: the configuration, and the prior values of computed attributes.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="prior">The prior state; null when it is created.</param>
    public ObjectValue Of(Block block, ObjectValue proposed, Value configuration, Value prior) => Of(block, string.Empty, proposed, configuration, prior);

    private ObjectValue Of(Block block, string path, ObjectValue proposed, Value configuration, Value prior) =>
        proposed.With([
            .. block.Attributes.Select(attribute =>
                KeyValuePair.Create(
                    attribute.Key,
                    Attribute(attribute.Value, path + attribute.Key, proposed[attribute.Key], configuration[attribute.Key], prior[attribute.Key])
                )
            ),
            .. block.BlockTypes.Select(nested =>
                KeyValuePair.Create(nested.Key, Blocks(nested.Value, path + nested.Key, proposed[nested.Key], configuration[nested.Key], prior[nested.Key]))
            ),
        ]);

    private Value Attribute(BlockAttribute attribute, string path, Value proposed, Value configuration, Value prior)
    {
        if (configuration.IsNull && known.DefaultOf(path) is { } value)
        {
            return value;
        }

        // The SDK takes an empty text of a computed attribute for none: finalizeDiff of helper/schema/schema.go.
        var isEmptyText = !known.Framework && attribute is { Optional: true, Computed: true } && proposed.Text is "";
        if (isNew)
        {
            return isEmptyText ? Value.Unknown : SchemaValues.WithUnknowns(attribute, proposed);
        }

        return isEmptyText ? prior : proposed;
    }

    private Value Blocks(NestedBlock nested, string path, Value proposed, Value configuration, Value prior)
    {
        if (proposed.IsUnknown)
        {
            return proposed;
        }

        if (nested.NestingMode is not (NestingMode.List or NestingMode.Set))
        {
            return proposed is ObjectValue one ? Of(nested.Block, $"{path}.", one, configuration, prior) : proposed;
        }

        if (proposed.Elements.Count == 0)
        {
            return Missing(nested, path, proposed, prior);
        }

        // The elements of a set have no place; Terraform has already proposed prior values for those that it recognizes.
        var isList = nested.NestingMode == NestingMode.List;
        return Value.List(
            proposed.Elements.Select(
                (element, index) =>
                    element is ObjectValue each
                        ? Of(
                            nested.Block,
                            $"{path}.",
                            each,
                            isList ? configuration.Elements.Skip(index).FirstOrDefault(each) : each,
                            isList ? prior.Elements.Skip(index).FirstOrDefault(Value.Null) : Value.Null
                        )
                        : element
            )
        );
    }

    /// <summary>A block that the configuration does not have.</summary>
    private Value Missing(NestedBlock nested, string path, Value proposed, Value prior)
    {
        var isKept = known.Blocks.Contains(path);
        if (!isKept && !known.Suppressed.Contains(path))
        {
            return proposed;
        }

        // AWS answers with the block either way.
        return (isNew, isKept, prior.Elements) switch
        {
            (true, _, _) => Value.Unknown,
            (_, false, [ObjectValue only]) => Value.List(only.With(Defaults(nested.Block, path))),
            _ => Value.List(prior.Elements),
        };
    }

    private IEnumerable<KeyValuePair<string, Value>> Defaults(Block block, string path) =>
        block
            .Attributes.Keys.Select(name => (Name: name, Default: known.DefaultOf($"{path}.{name}")))
            .Where(attribute => attribute.Default is not null)
            .Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Default!));
}
