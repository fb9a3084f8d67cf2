using Constructs;
using HashiCorp.Cdktf.Providers.Kubernetes.ConfigMapV1;
using Mooring.Identity;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines a ConfigMap that Terraform destroys before a release of bindings. A saved plan to destroy, or one without a refresh, does not read
/// <see cref="ReleaseGuard"/> again. If the cluster cannot be reached then, the destruction of the ConfigMap fails, before the Helm provider would
/// report releases as destroyed that still run.
/// </summary>
/// <remarks>For a cluster that does not exist any more, run <c>terraform state rm</c> with its address first.</remarks>
public class DestroyGuard : Construct
{
    /// <summary>Defines the ConfigMap.</summary>
    public DestroyGuard(Construct scope, string id, DestroyGuardProps props)
        : base(scope, id)
    {
        _ = new ConfigMapV1(
            this,
            "Default",
            new ConfigMapV1Config
            {
                Metadata = new ConfigMapV1Metadata { Name = $"{props.Bindings.ReleaseName}-guard", Namespace = ControllerRole.ServiceAccount.Namespace },
                Data = new Dictionary<string, string> { ["stack"] = props.StackName },
                DependsOn = [props.Bindings.Dependable],
            }
        );
    }
}
