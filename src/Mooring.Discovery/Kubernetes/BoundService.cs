using System.Text.Json;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Kubernetes;

/// <summary>A TargetGroupBinding, as the API server has it.</summary>
/// <param name="Object">The object.</param>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/spec/"/>
internal sealed record BoundService(JsonElement Object)
{
    /// <summary>Its namespace, which is that of the Service, too.</summary>
    public string Namespace => Object.Object("metadata").Required("namespace");

    /// <summary>Its name.</summary>
    public string Name => Object.Object("metadata").Required("name");

    /// <summary>Name of the Service.</summary>
    public string Service => Object.Object("spec").Object("serviceRef").Required("name");

    /// <summary>Port of the Service: its number or its name.</summary>
    public string Port => Object.Object("spec").Object("serviceRef").Required("port");

    /// <summary>ARN of the target group; <see langword="null"/> where the controller has not found the one that it names yet.</summary>
    public string? TargetGroup => Object.Object("spec").Text("targetGroupARN");
}
