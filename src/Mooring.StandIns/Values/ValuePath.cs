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
    public static Value Set(Value value, string path, Value replacement) => Replace(value, path, _ => replacement);

    /// <summary>The value with what is at a path replaced, in every element of lists. A path that does not exist is not added.</summary>
    public static Value Replace(Value value, string path, Func<Value, Value> replace) => Replace(value, path.Split('.'), replace);

    private static Value Replace(Value value, ReadOnlySpan<string> path, Func<Value, Value> replace)
    {
        if (path.IsEmpty)
        {
            return replace(value);
        }

        switch (value)
        {
            case ListValue list:
                var elements = new List<Value>();
                foreach (var element in list.Values)
                {
                    elements.Add(Replace(element, path, replace));
                }

                return new ListValue(elements);
            case ObjectValue @object when @object.Members.ContainsKey(path[0]):
                return @object.With([new(path[0], Replace(@object[path[0]], path[1..], replace))]);
            default:
                return value;
        }
    }
}
