namespace Mooring.StandIns.Remote;

/// <summary>A call of Terraform to a provider, which a real provider would pass to AWS or a cluster.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Type">The type of the resource or data source: <c>aws_lb</c>.</param>
/// <param name="Name">The name it has, where it has one, or its id.</param>
public sealed record ProviderCall(Operation Operation, string Type, string? Name);
