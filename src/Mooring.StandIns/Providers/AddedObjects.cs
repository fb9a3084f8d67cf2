using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>Adds objects to the simulated account that existed before Terraform, with the attributes that a provider would compute.</summary>
internal sealed class AddedObjects(StandIn standIn, ProviderContext context)
{
    /// <summary>Adds an object.</summary>
    /// <param name="type">Its type: <c>aws_lb</c>.</param>
    /// <param name="known">The known attributes; the rest is generated.</param>
    /// <returns>All its attributes.</returns>
    public ObjectValue Add(string type, Value known)
    {
        var block = standIn.Schema.ResourceSchemas.TryGetValue(type, out var schema) ? schema.Block : new Block();
        var fitting = SchemaValues.Fit(block, known);
        var planned = new PlannedValues(OptionalComputed.Of(type), isNew: true).Of(block, fitting, fitting, Value.Null);
        return new RemoteCalls(standIn, context).AddExisting(type, planned.With(((ObjectValue)known).Members));
    }
}
