using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A stand-in of a provider: its schema, and what the provider knows beyond it.</summary>
internal abstract class StandIn
{
    private readonly Dictionary<string, ResourceType> _resources;
    private readonly Dictionary<string, DataSource> _dataSources;

    protected StandIn(string name, IEnumerable<ResourceType> resources, IEnumerable<DataSource> dataSources)
    {
        Schema = EmbeddedSchemas.Read(name);
        _resources = resources.ToDictionary(type => type.Name);
        _dataSources = dataSources.ToDictionary(type => type.Name);
    }

    /// <summary>The schema of the real provider, trimmed to the resources that are used.</summary>
    public ProviderSchema Schema { get; }

    /// <summary>Makes a provider with a configuration.</summary>
    /// <exception cref="RemoteException">The provider does not accept it.</exception>
    public abstract ProviderContext Configure(PretendedAccount account, Value configuration);

    /// <summary>What is known of a resource.</summary>
    public ResourceType Resource(string type) => _resources.TryGetValue(type, out var known) ? known : new ResourceType(type);

    /// <summary>What is known of a data source.</summary>
    public DataSource DataSource(string type) =>
        _dataSources.TryGetValue(type, out var known)
            ? known
            : throw new RemoteException($"the stand-ins have nothing that data.{type} could look up: tell them in src/StandIns what it finds");

    /// <summary>Every resource that is known.</summary>
    public IEnumerable<ResourceType> Resources => _resources.Values;
}
