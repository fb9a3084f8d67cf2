using Mooring.StandIns.Values;

namespace Mooring.StandIns.Remote;

/// <summary>Something that exists in the pretended account or in one of its clusters.</summary>
/// <param name="Type">Its type, as Terraform names the resource: <c>aws_lb</c>.</param>
/// <param name="Scope">Where it is: empty for AWS, the endpoint of the cluster that has it otherwise.</param>
/// <param name="Value">Its attributes.</param>
public sealed record RemoteObject(string Type, string Scope, ObjectValue Value)
{
    /// <summary>What Terraform knows it by.</summary>
    public string Id => Value["id"].Text ?? string.Empty;
}
