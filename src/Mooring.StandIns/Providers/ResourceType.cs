using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>What a provider and what is behind it know of a resource beyond its schema.</summary>
/// <param name="Name">The type, as Terraform names it: <c>aws_lb</c>.</param>
internal sealed record ResourceType(string Name)
{
    /// <summary>Paths of the attributes that no two objects may have the same values of.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>What is said of a second object with the same values; <c>{0}</c> is the last of them.</summary>
    /// <value>Defaults to what no service says.</value>
    public string Duplicate { get; init; } = "AlreadyExists: '{0}' already exists";

    /// <summary>What it refers to.</summary>
    /// <value>Defaults to nothing.</value>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The attributes that are computed, by path, the id among them.</summary>
    /// <value>Defaults to an id that is made up.</value>
    public Func<Creation, IEnumerable<KeyValuePair<string, Value>>> Computed { get; init; } = creation => [new("id", creation.MadeUp(17, "id"))];

    /// <summary>Attributes that any change in place computes anew.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> ComputedAnew { get; init; } = [];

    /// <summary>Blocks that the provider fills in where the configuration has none; the schema does not tell them from others.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> ComputedBlocks { get; init; } = [];

    /// <summary>
    /// Attributes whose change replaces an object, in addition to those of <see cref="Schemas.ReplacingAttributes"/>, given its prior and its planned state.
    /// </summary>
    /// <value>Defaults to none.</value>
    public Func<ObjectValue, ObjectValue, IEnumerable<string>> ReplacedFor { get; init; } = (_, _) => [];

    /// <summary>Why an object may not be deleted; <see langword="null"/> when it may.</summary>
    /// <value>Defaults to never refusing, other than for what refers to it.</value>
    public Func<ObjectValue, string?> RefusesDeletion { get; init; } = _ => null;

    /// <summary>The id that it is imported by.</summary>
    /// <value>Defaults to its attribute <c>id</c>.</value>
    public Func<ObjectValue, string?> ImportId { get; init; } = value => value["id"].Text;
}
