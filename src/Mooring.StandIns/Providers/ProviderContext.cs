using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A configured provider: what it talks to, and as whom.</summary>
internal abstract class ProviderContext(PretendedAccount account)
{
    /// <summary>The account it talks to.</summary>
    public PretendedAccount Account { get; } = account;

    /// <summary>Where its objects are.</summary>
    /// <seealso cref="RemoteObject.Scope"/>
    /// <exception cref="RemoteException">There is nothing where the configuration points at.</exception>
    public abstract string Scope { get; }

    /// <summary>Adds to a planned resource what the provider knows before apply.</summary>
    public virtual ObjectValue Complete(ObjectValue planned, Block block) => planned;

    /// <summary>The objects of a type that it can see.</summary>
    public IEnumerable<ObjectValue> Of(string type) => Account.Of(type).Where(each => each.Scope == Scope).Select(each => each.Value);
}
