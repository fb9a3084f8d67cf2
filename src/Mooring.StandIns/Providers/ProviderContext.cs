using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A configured provider: its account and its identity.</summary>
internal abstract class ProviderContext(PretendedAccount account)
{
    /// <summary>The account.</summary>
    public PretendedAccount Account { get; } = account;

    /// <summary>The scope of its objects.</summary>
    /// <seealso cref="RemoteObject.Scope"/>
    /// <exception cref="RemoteException">The configuration refers to a place that does not exist.</exception>
    public abstract string Scope { get; }

    /// <summary>The scope of its objects of a type: a provider can have some that are in a wider one.</summary>
    /// <exception cref="RemoteException">The configuration refers to a place that does not exist.</exception>
    public virtual string ScopeOf(string type) => Scope;

    /// <summary>What distinguishes generated ids of its objects from those of other scopes.</summary>
    public virtual IEnumerable<string> IdsOf(string type) => [];

    /// <summary>Adds to a planned resource the values that the provider knows before apply.</summary>
    public virtual ObjectValue Complete(ObjectValue planned, Block block) => planned;

    /// <summary>The objects of a type that it can see.</summary>
    public IEnumerable<ObjectValue> Of(string type) => Account.Of(type).Where(each => each.Scope == ScopeOf(type)).Select(each => each.Value);
}
