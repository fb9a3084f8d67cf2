using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>What a provider looks up.</summary>
/// <param name="Name">The type, as Terraform names it: <c>aws_lb</c>.</param>
/// <param name="Read">
/// Finds what a configuration asks for: any object that has the attributes of the data source, among others. It throws a
/// <see cref="Remote.RemoteException"/> when there is nothing.
/// </param>
internal sealed record DataSource(string Name, Func<Value, ProviderContext, Value> Read);
