using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>A data source.</summary>
/// <param name="Name">The type, as Terraform names it: <c>aws_lb</c>.</param>
/// <param name="Read">
/// Finds the object of a configuration: any object that has the attributes of the data source, among others. Throws a
/// <see cref="Remote.RemoteException"/> when there is none.
/// </param>
internal sealed record DataSource(string Name, Func<Value, ProviderContext, Value> Read);
