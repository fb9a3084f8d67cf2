using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>What a provider and its API know of a resource beyond its schema.</summary>
/// <param name="Name">The type, as Terraform names it: <c>aws_lb</c>.</param>
internal sealed record ResourceType(string Name)
{
    /// <summary>Paths of the attributes whose values must be unique together.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The error for a second object with the same values; <c>{0}</c> is the last of them.</summary>
    /// <value>Defaults to a general error.</value>
    public string Duplicate { get; init; } = "AlreadyExists: '{0}' already exists";

    /// <summary>
    /// Whether a resource is created over an existing one with the same unique values, given the planned and the existing attributes: the error, or
    /// <see langword="null"/> when it takes the existing one over.
    /// </summary>
    /// <value>Defaults to <see cref="Duplicate"/> in every case.</value>
    public Func<ObjectValue, ObjectValue, string?>? Takeover { get; init; }

    /// <summary>
    /// What else is changed with an object that is created or updated. The result is why the API refuses it; <see langword="null"/> where it does not.
    /// </summary>
    /// <value>Defaults to nothing.</value>
    public Func<Creation, string?> Apply { get; init; } = _ => null;

    /// <summary>What else a creation changes that fails by an injected failure.</summary>
    /// <value>Defaults to nothing.</value>
    public Action<Creation, Failure> ApplyPartly { get; init; } = (_, _) => { };

    /// <summary>
    /// What an object is in the API after an update, given its prior attributes and those that Terraform stores, where the provider does not send all that was
    /// removed.
    /// </summary>
    /// <value>Defaults to what Terraform stores.</value>
    public Func<ObjectValue, ObjectValue, ObjectValue> Kept { get; init; } = (_, updated) => updated;

    /// <summary>
    /// What else is changed when an object was deleted. The result is the error that the deletion ends with nevertheless; <see langword="null"/> for none.
    /// </summary>
    /// <value>Defaults to nothing.</value>
    public Func<ProviderContext, ObjectValue, string?> Unapply { get; init; } = (_, _) => null;

    /// <summary>Value of the attribute <c>status</c> of what a failed creation leaves behind, outside of Terraform's state.</summary>
    /// <value>Defaults to none: a failed creation leaves nothing.</value>
    public Func<Failure, string>? StatusAfterFailure { get; init; }

    /// <summary>Whether the provider reports a resource that it cannot read as one that does not exist, whatever the error.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsGoneWhenUnreadable { get; init; }

    /// <summary>Its references.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The attributes that are computed, by path, the id among them.</summary>
    /// <value>Defaults to a generated id.</value>
    public Func<Creation, IEnumerable<KeyValuePair<string, Value>>> Computed { get; init; } = creation => [new("id", creation.MadeUp(17, "id"))];

    /// <summary>Attributes that every update in place computes again where the configuration has no value.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> ComputedAnew { get; init; } = [];

    /// <summary>
    /// Attributes whose change replaces an object, in addition to those of <see cref="Schemas.ReplacingAttributes"/>, given its prior and its planned state.
    /// </summary>
    /// <value>Defaults to none.</value>
    public Func<ObjectValue, ObjectValue, IEnumerable<string>> ReplacedFor { get; init; } = (_, _) => [];

    /// <summary>Why an object cannot be deleted; <see langword="null"/> when it can.</summary>
    /// <value>Defaults to none, except for references.</value>
    public Func<ObjectValue, string?> RefusesDeletion { get; init; } = _ => null;

    /// <summary>The id that it is imported by.</summary>
    /// <value>Defaults to its attribute <c>id</c>.</value>
    public Func<ObjectValue, string?> ImportId { get; init; } = value => value["id"].Text;
}
