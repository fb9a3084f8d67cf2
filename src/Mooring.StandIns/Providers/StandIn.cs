using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A stand-in for a provider: its schema, and what the provider knows beyond it.</summary>
internal abstract class StandIn
{
    private readonly Dictionary<string, ResourceType> _resources;
    private readonly Dictionary<string, DataSource> _dataSources;
    private readonly Dictionary<string, EphemeralResource> _ephemeralResources;

    protected StandIn(
        string name,
        IEnumerable<ResourceType> resources,
        IEnumerable<DataSource> dataSources,
        params IEnumerable<EphemeralResource> ephemeralResources
    )
    {
        Schema = EmbeddedSchemas.Read(name);
        _resources = resources.ToDictionary(type => type.Name);
        _dataSources = dataSources.ToDictionary(type => type.Name);
        _ephemeralResources = ephemeralResources.ToDictionary(type => type.Name);
    }

    /// <summary>The schema of the real provider, reduced to the resources that are used.</summary>
    public ProviderSchema Schema { get; }

    /// <summary>Creates a configured provider.</summary>
    /// <exception cref="RemoteException">The provider does not accept it.</exception>
    public abstract ProviderContext Configure(PretendedAccount account, Value configuration);

    /// <summary>A known resource type.</summary>
    public ResourceType Resource(string type) => _resources.TryGetValue(type, out var known) ? known : new ResourceType(type);

    /// <summary>A known data source.</summary>
    public DataSource DataSource(string type) =>
        _dataSources.TryGetValue(type, out var known)
            ? known
            : throw new RemoteException($"the stand-ins have nothing that data.{type} could look up: add it to src/Mooring.StandIns");

    /// <summary>A known ephemeral resource.</summary>
    public EphemeralResource EphemeralResource(string type) =>
        _ephemeralResources.TryGetValue(type, out var known)
            ? known
            : throw new RemoteException($"the stand-ins cannot open ephemeral.{type}: add it to src/Mooring.StandIns");

    /// <summary>All known resource types.</summary>
    public IEnumerable<ResourceType> Resources => _resources.Values;
}
