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

    /// <summary>What it does with the account.</summary>
    public RemoteCalls Remote => new(standIn, Context);

    private ProviderContext Context => _context ?? throw new InvalidOperationException("Terraform has not configured the provider");

    /// <summary>Takes the configuration of the provider.</summary>
    /// <exception cref="RemoteException">The provider does not accept it.</exception>
    public void Configure(Value configuration) => _context = standIn.Configure(account, configuration);

    /// <summary>Plans a resource that is created or changed.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="prior">What it is; null when it is to be created.</param>
    /// <param name="proposed">What it is to be, as Terraform merged it from the configuration and the state.</param>
    /// <returns>What is planned, and the paths of attributes for which it must be replaced.</returns>
    public (Value Planned, IReadOnlyList<string> Replacing) Plan(string type, Value prior, Value proposed) =>
        prior.IsNull ? (PlanCreation(type, proposed), []) : PlanChange(type, (ObjectValue)prior, (ObjectValue)proposed);

    /// <summary>
    /// Whether a resource is one that the real provider plans as the older of Terraform's two plugin libraries does. Terraform
    /// then lets it fill in blocks that the configuration does not have.
    /// </summary>
    public bool IsLegacy(string type) => standIn.Resource(type).ComputedBlocks.Count > 0;

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
        var planned = Context.Complete(proposed.With(blocks.Select(name => KeyValuePair.Create(name, prior[name]))), Schema.ResourceSchemas[type].Block);
        if (planned != prior)
        {
            planned = planned.With(resource.ComputedAnew.Select(name => KeyValuePair.Create(name, Value.Unknown)));
        }

        var replacing = ReplacingAttributes.Of(type).Where(path => !ValuePath.All(prior, path).SequenceEqual(ValuePath.All(planned, path)));
        return (planned, [.. replacing, .. resource.ReplacedFor(prior, planned)]);
    }
}
