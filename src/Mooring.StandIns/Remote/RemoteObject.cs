using Mooring.StandIns.Values;

namespace Mooring.StandIns.Remote;

/// <summary>An object in the simulated account or in one of its clusters.</summary>
/// <param name="Type">Its type, as Terraform names the resource: <c>aws_lb</c>.</param>
/// <param name="Scope">Empty for AWS, otherwise the endpoint of the cluster.</param>
/// <param name="Value">Its attributes.</param>
public sealed record RemoteObject(string Type, string Scope, ObjectValue Value)
{
    /// <summary>Its id in Terraform; the ARN of a resource that has none.</summary>
    public string Id => IdOf(Value);

    /// <summary>The id of an object with these attributes.</summary>
    internal static string IdOf(Value value) => value["id"].Text ?? value["arn"].Text ?? string.Empty;
}
