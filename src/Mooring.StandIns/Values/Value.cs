namespace Mooring.StandIns.Values;

/// <summary>A value of the Terraform language: the value of an attribute or a block in a configuration, a plan or a state.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/expressions/types"/>
public abstract record Value
{
    /// <summary>No value.</summary>
    public static Value Null { get; } = new NullValue();

    /// <summary>A value that is known only after apply.</summary>
    public static Value Unknown { get; } = new UnknownValue();

    /// <summary>Whether there is a value, or will be after apply.</summary>
    public bool IsNull => this is NullValue;

    /// <summary>Whether the value is known only after apply.</summary>
    public bool IsUnknown => this is UnknownValue;

    /// <summary>Whether it and everything in it is known.</summary>
    public virtual bool IsWhollyKnown => true;

    /// <summary>The text of a string; <see langword="null"/> for any other value.</summary>
    public string? Text => (this as StringValue)?.Value;

    /// <summary>The elements of a list or set; a single one of any other value, none of null.</summary>
    public virtual IReadOnlyList<Value> Elements => IsNull || IsUnknown ? [] : [this];

    /// <summary>An attribute or a block of an object; null where it has none of that name.</summary>
    public virtual Value this[string name] => Null;

    /// <summary>The value at a path of names, where a list is its first element: <c>metadata.name</c>.</summary>
    public Value At(params IEnumerable<string> path) =>
        path.Aggregate(this, (value, name) => (value is ListValue list ? list.Elements.FirstOrDefault(Null) : value)[name]);

    /// <summary>A string as a value; <see langword="null"/> is the null value.</summary>
    public static implicit operator Value(string? text) => text is null ? Null : new StringValue(text);

    /// <summary>A number as a value.</summary>
    public static implicit operator Value(int number) => new NumberValue(number);

    /// <summary>A bool as a value.</summary>
    public static implicit operator Value(bool flag) => new BoolValue(flag);

    /// <summary>A list or a set.</summary>
    public static Value List(params IEnumerable<Value> elements) => new ListValue([.. elements]);

    /// <summary>An object or a map.</summary>
    public static Value Object(IEnumerable<KeyValuePair<string, Value>> members) => new ObjectValue(new Dictionary<string, Value>(members));

    private sealed record NullValue : Value;

    private sealed record UnknownValue : Value
    {
        public override bool IsWhollyKnown => false;
    }
}
