using System.Text.Json;

namespace Mooring.Identity;

/// <summary>What the AWS Load Balancer Controller may do. The policies are the data files beside this one.</summary>
public static class ControllerPolicy
{
    /// <summary>
    /// The nine actions that the controller's documentation asks for when it only serves TargetGroupBindings, on all resources.
    /// </summary>
    /// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/#additional-requirements-for-non-eks-clusters"/>
    public static string Documented { get; } = Load("documented");

    private static string Load(string name)
    {
        using var stream = typeof(ControllerPolicy).Assembly.GetManifestResourceStream($"Mooring.Identity.Policies.{name}.json")!;
        using var policy = JsonDocument.Parse(stream);
        return JsonSerializer.Serialize(policy);
    }
}
