using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A provider as Terraform starts it: one for each configuration.</summary>
internal sealed class ProviderInstance(StandIn standIn, PretendedAccount account)
{
    private ProviderContext? _context;

    /// <summary>The schema it serves.</summary>
    public ProviderSchema Schema => standIn.Schema;

    /// <summary>Its calls to the account.</summary>
    public RemoteCalls Remote => new(standIn, Context);

    private ProviderContext Context => _context ?? throw new InvalidOperationException("Terraform has not configured the provider");

    /// <summary>Configures the provider.</summary>
    /// <exception cref="RemoteException">The provider does not accept it.</exception>
    public void Configure(Value configuration) => _context = standIn.Configure(account, configuration);

    /// <summary>Plans a resource that is created or updated.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="prior">The prior state; null when it is created.</param>
    /// <param name="proposed">The proposed state, which Terraform merged from the configuration and the prior state.</param>
    /// <returns>The planned state, and the paths of attributes that require replacement.</returns>
    public (Value Planned, IReadOnlyList<string> Replacing) Plan(string type, Value prior, Value proposed) =>
        prior.IsNull ? (PlanCreation(type, proposed), []) : PlanChange(type, (ObjectValue)prior, (ObjectValue)proposed);

    /// <summary>
    /// Whether the real provider plans the resource with the older of Terraform's two plugin libraries. Terraform then allows it to add blocks that
    /// the configuration does not have.
    /// </summary>
    public bool IsLegacy(string type) => standIn.Resource(type).ComputedBlocks.Count > 0 || KeptBlocks.Of(type).Count > 0;

    private ObjectValue PlanCreation(string type, Value proposed)
    {
        var block = Schema.ResourceSchemas[type].Block;
        var planned = (ObjectValue)SchemaValues.WithUnknowns(block, proposed);
        var blocks = standIn.Resource(type).ComputedBlocks.Where(name => planned[name].Elements.Count == 0);
        return Context.Complete(planned.With(blocks.Select(name => KeyValuePair.Create(name, Value.Unknown))), block);
    }

    private (Value Planned, IReadOnlyList<string> Replacing) PlanChange(string type, ObjectValue prior, ObjectValue proposed)
    {
        var resource = standIn.Resource(type);
        var blocks = resource.ComputedBlocks.Where(name => proposed[name].Elements.Count == 0);
        var kept = KeptBlocks.Of(type).Aggregate(proposed, (state, path) => (ObjectValue)ValuePath.Keep(state, prior, path));
        var planned = Context.Complete(kept.With(blocks.Select(name => KeyValuePair.Create(name, prior[name]))), Schema.ResourceSchemas[type].Block);
        if (planned != prior)
        {
            planned = planned.With(resource.ComputedAnew.Select(name => KeyValuePair.Create(name, Value.Unknown)));
        }

        var replacing = ReplacingAttributes.Of(type).Where(path => !ValuePath.All(prior, path).SequenceEqual(ValuePath.All(planned, path)));
        return (planned, [.. replacing, .. resource.ReplacedFor(prior, planned)]);
    }
}
