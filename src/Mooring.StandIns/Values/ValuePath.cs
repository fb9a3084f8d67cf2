namespace Mooring.StandIns.Values;

/// <summary>
/// Reads and writes values at a path of attribute and block names without indices, as documentation writes them:
/// <c>action.forward.target_group.arn</c> is every target group's ARN of every action.
/// </summary>
internal static class ValuePath
{
    /// <summary>All values at a path, through all elements of lists.</summary>
    public static IEnumerable<Value> All(Value value, string path) =>
        path.Split('.')
            .Aggregate<string, IEnumerable<Value>>([value], (values, name) => values.SelectMany(each => each.Elements).Select(each => each[name]))
            .SelectMany(each => each.Elements);

    /// <summary>The value with another one at a path, in every element of lists. A path that does not exist is not added.</summary>
    public static Value Set(Value value, string path, Value replacement) => Set(value, path.Split('.'), replacement);

    /// <summary>The value with the blocks of another one at a path where it has none itself. Elements of lists belong together by their place.</summary>
    public static Value Keep(Value value, Value prior, string path) => Keep(value, prior, path.Split('.'));

    private static Value Keep(Value value, Value prior, ReadOnlySpan<string> path)
    {
        switch (value)
        {
            case ListValue list:
                var elements = new List<Value>();
                foreach (var (index, element) in list.Values.Index())
                {
                    elements.Add(Keep(element, prior.Elements.ElementAtOrDefault(index) ?? Value.Null, path));
                }

                return new ListValue(elements);
            case ObjectValue @object when path is [var name]:
                return @object[name].Elements.Count == 0 ? @object.With([new(name, prior[name])]) : @object;
            case ObjectValue @object:
                return @object.With([new(path[0], Keep(@object[path[0]], prior[path[0]], path[1..]))]);
            default:
                return value;
        }
    }

    private static Value Set(Value value, ReadOnlySpan<string> path, Value replacement)
    {
        if (path.IsEmpty)
        {
            return replacement;
        }

        switch (value)
        {
            case ListValue list:
                var elements = new List<Value>();
                foreach (var element in list.Values)
                {
                    elements.Add(Set(element, path, replacement));
                }

                return new ListValue(elements);
            case ObjectValue @object:
                return @object.With([new(path[0], Set(@object[path[0]], path[1..], replacement))]);
            default:
                return value;
        }
    }
}
