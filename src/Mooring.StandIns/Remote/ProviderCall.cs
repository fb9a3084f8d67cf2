namespace Mooring.StandIns.Remote;

/// <summary>A call that Terraform made of a provider, and that a real one would have passed on to AWS or a cluster.</summary>
/// <param name="Operation">What it asked for.</param>
/// <param name="Type">The type of the resource or data source: <c>aws_lb</c>.</param>
/// <param name="Name">The name it has, where it has one, or its id.</param>
public sealed record ProviderCall(Operation Operation, string Type, string? Name);
