using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Kubernetes.DataKubernetesNamespaceV1;
using HashiCorp.Cdktf.Providers.Kubernetes.DataKubernetesResources;
using Mooring.Identity;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// Defines checks that Terraform makes in a cluster before it plans, applies or destroys Helm releases. The Helm provider takes every failed read
/// for a release that is gone, and would install it again or forget it. The guard reads what Helm reads, the Secrets of the releases, with the
/// Kubernetes provider, which fails instead: with an expired token, a missing permission, a wrong endpoint, or a missing <c>aws</c>.
/// </summary>
/// <remarks>
/// It also fails when an interrupted operation left a release locked, when the namespace of a bound Service does not exist, and while a
/// TargetGroupBinding that Helm deleted waits for its controller: Helm has forgotten it then, and a second destroy would remove the controller under
/// it. Its identity needs the permission to list Secrets in the controller's namespace, APIServices and TargetGroupBindings, and to
/// read the namespaces of the bound Services.
/// </remarks>
public class ReleaseGuard : Construct
{
    /// <summary>States of a release that Helm refuses to change.</summary>
    private const string LockedStates = "pending-install,pending-upgrade,pending-rollback";

    private const string Interrupted =
        "An operation of Helm was interrupted, and locks these releases: ${join(\", \", [for secret in self.objects : secret.metadata.name])}. "
        + "Delete these Secrets in namespace aws-lb-controller when no other run is in progress, then plan again.";

    private readonly string _clusterName;

    /// <summary>Defines the checks.</summary>
    public ReleaseGuard(Construct scope, string id, ReleaseGuardProps props)
        : base(scope, id)
    {
        Releases = new DataKubernetesResources(
            this,
            "Default",
            new DataKubernetesResourcesConfig
            {
                ApiVersion = "v1",
                Kind = "Secret",
                Namespace = NamespaceUnless(Terminating(props.Controller), ControllerRole.ServiceAccount.Namespace),
                LabelSelector = $"owner=helm,name in ({string.Join(',', props.ReleaseNames)}),status in ({LockedStates})",
                Lifecycle = Requiring("${length(self.objects) == 0}", Interrupted),
            }
        );
        _clusterName = props.ClusterName;
        Namespaces = [.. props.Namespaces.Select(name => LookUp(name, createdBy: null))];
    }

    /// <summary>Checks that namespaces are there after a release that creates them: it may be older than their deletion.</summary>
    /// <param name="release">The release.</param>
    /// <param name="namespaces">Names of the namespaces.</param>
    internal void CheckAfter(NamespaceRelease release, IEnumerable<string> namespaces) =>
        Namespaces = [.. Namespaces, .. namespaces.Select(name => LookUp(name, release.Dependable))];

    /// <summary>What every release depends on.</summary>
    internal ITerraformDependable Releases { get; }

    /// <summary>What the release of bindings depends on, too.</summary>
    internal IReadOnlyList<ITerraformDependable> Namespaces { get; private set; }

    private DataKubernetesNamespaceV1 LookUp(string name, ITerraformDependable? createdBy) =>
        new(
            this,
            $"Namespace-{name}",
            new DataKubernetesNamespaceV1Config
            {
                Metadata = new DataKubernetesNamespaceV1Metadata { Name = name },
                Lifecycle = Requiring("${self.metadata[0].uid != \"\"}", MissingNamespace(name, _clusterName)),
                DependsOn = createdBy is null ? null : [createdBy],
            }
        );

    /// <summary>
    /// TargetGroupBindings of Helm releases that wait for their finalizer: a Terraform expression, a list of their names. The API server knows the
    /// kind only where its definition is installed; the APIService says so, and is smaller in the state than the definition.
    /// </summary>
    private string Terminating(ControllerKind controller)
    {
        var (service, version) =
            controller == ControllerKind.AutoMode
                ? ($"v1.{AutoModeController.Group}", AutoModeController.ApiVersion)
                : ("v1beta1.elbv2.k8s.aws", "elbv2.k8s.aws/v1beta1");
        var api = new DataKubernetesResources(
            this,
            "Api",
            new DataKubernetesResourcesConfig
            {
                ApiVersion = "apiregistration.k8s.io/v1",
                Kind = "APIService",
                FieldSelector = $"metadata.name={service}",
            }
        );
        var bindings = new DataKubernetesResources(
            this,
            "Bindings",
            new DataKubernetesResourcesConfig
            {
                ApiVersion = version,
                Kind = "TargetGroupBinding",
                LabelSelector = "app.kubernetes.io/managed-by=Helm",
            }
        );
        bindings.AddOverride("count", $"${{length({api.Fqn}.objects)}}");
        return $"[for binding in flatten({bindings.Fqn}[*].objects) : \"${{binding.metadata.namespace}}/${{binding.metadata.name}}\" "
            + "if try(binding.metadata.deletionTimestamp, null) != null]";
    }

    /// <summary>
    /// An expression that is an error while a list has entries. Terraform does not check a postcondition when it destroys, but it evaluates arguments.
    /// </summary>
    private static string NamespaceUnless(string terminating, string @namespace) =>
        $"${{length({terminating}) == 0 ? \"{@namespace}\" : tobool(\"{StillThere(terminating)}\")}}";

    private static string StillThere(string terminating) =>
        $"TargetGroupBindings ${{join(\", \", {terminating})}} are being deleted and wait for their controller to deregister the targets. Wait until they "
        + "are gone, or see docs/troubleshooting.md#a-targetgroupbinding-stays-in-terminating";

    private static string MissingNamespace(string name, string cluster) =>
        $"Namespace {name} of cluster {cluster} does not exist, so that no TargetGroupBinding can be created in it. Create it, then plan again.";

    private static TerraformResourceLifecycle Requiring(string condition, string errorMessage) =>
        new()
        {
            Postcondition = new[]
            {
                new Postcondition { Condition = condition, ErrorMessage = errorMessage },
            },
        };
}
