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
    /// <param name="configuration">The configuration.</param>
    /// <returns>The planned state, and the paths of attributes that require replacement.</returns>
    public (ObjectValue Planned, IReadOnlyList<string> Replacing) Plan(string type, Value prior, ObjectValue proposed, Value configuration)
    {
        var block = Schema.ResourceSchemas[type].Block;
        var values = new PlannedValues(OptionalComputed.Of(type), isNew: prior.IsNull).Of(block, proposed, configuration, prior);
        var planned = Context.Complete(values, block);
        return prior is ObjectValue before ? PlanChange(standIn.Resource(type), before, planned, configuration) : (planned, []);
    }

    /// <summary>
    /// Whether the real provider plans the resource with the older of Terraform's two plugin libraries. Terraform then allows it to plan what the
    /// configuration does not have.
    /// </summary>
    public static bool IsLegacy(string type) => !OptionalComputed.Of(type).Framework;

    private static (ObjectValue Planned, IReadOnlyList<string> Replacing) PlanChange(
        ResourceType resource,
        ObjectValue prior,
        ObjectValue planned,
        Value configuration
    )
    {
        var computed = resource.ComputedAnew.Where(name => configuration[name].IsNull).Select(name => KeyValuePair.Create(name, Value.Unknown));
        var changed = planned == prior ? planned : planned.With(computed);
        var replacing = ReplacingAttributes.Of(resource.Name).Where(path => !ValuePath.All(prior, path).SequenceEqual(ValuePath.All(changed, path)));
        return (changed, [.. replacing, .. resource.ReplacedFor(prior, changed)]);
    }
}
