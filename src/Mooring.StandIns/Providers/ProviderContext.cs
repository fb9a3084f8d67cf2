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

    /// <summary>Adds to a planned resource the values that the provider knows before apply.</summary>
    public virtual ObjectValue Complete(ObjectValue planned, Block block) => planned;

    /// <summary>The objects of a type that it can see.</summary>
    public IEnumerable<ObjectValue> Of(string type) => Account.Of(type).Where(each => each.Scope == Scope).Select(each => each.Value);
}
