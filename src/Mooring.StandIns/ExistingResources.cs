using Mooring.StandIns.Aws;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns;

/// <summary>Finds resources in a simulated account, and adds resources that existed before Terraform.</summary>
/// <param name="account">The account.</param>
/// <param name="region">The region of the resources.</param>
public sealed class ExistingResources(PretendedAccount account, string region)
{
    private readonly AwsStandIn _aws = new();
    private readonly AwsContext _context = new(account, Value.Object([new("region", region)]));

    /// <summary>Adds a resource, unless AWS would treat an existing one as the same.</summary>
    /// <param name="type">Its type: <c>aws_lb</c>.</param>
    /// <param name="attributes">The known attributes; the rest is generated.</param>
    /// <returns>All its attributes.</returns>
    public ObjectValue Add(string type, params IEnumerable<KeyValuePair<string, Value>> attributes)
    {
        var known = Value.Object(attributes);
        if (Find(type, known) is { } existing)
        {
            return existing;
        }

        var block = _aws.Schema.ResourceSchemas.TryGetValue(type, out var schema) ? schema.Block : new Block();
        var planned = (ObjectValue)SchemaValues.WithUnknowns(block, SchemaValues.Fit(block, known));
        return new RemoteCalls(_aws, _context).AddExisting(type, planned.With(((ObjectValue)known).Members));
    }

    /// <summary>The resource that AWS would treat as the same, such as one with the same unique name.</summary>
    /// <param name="type">Its type: <c>aws_lb</c>.</param>
    /// <param name="attributes">The known attributes.</param>
    /// <returns>All its attributes; <see langword="null"/> where it does not exist.</returns>
    public ObjectValue? Find(string type, Value attributes) =>
        _aws.Resource(type).Unique is { Count: > 0 } unique
            ? _context.Of(type).FirstOrDefault(each => unique.All(attribute => each[attribute] == attributes[attribute]))
            : null;
}
