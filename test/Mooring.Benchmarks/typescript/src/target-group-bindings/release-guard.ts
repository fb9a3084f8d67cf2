import type { ITerraformDependable, TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { dataKubernetesNamespaceV1, dataKubernetesResources } from "#providers";
import { CONTROLLER_SERVICE_ACCOUNT } from "../identity/controller-role";

const LOCKED_STATES = "pending-install,pending-upgrade,pending-rollback";

const INTERRUPTED =
  'An operation of Helm was interrupted, and locks these releases: ${join(", ", [for secret in self.objects : secret.metadata.name])}. ' +
  "Delete these Secrets in namespace aws-lb-controller when no other run is in progress, then plan again.";

export interface ReleaseGuardProps {
  readonly clusterName: string;
  readonly releaseNames: readonly string[];
  readonly namespaces: readonly string[];
}

/** Defines what Terraform checks in a cluster before it plans, applies or destroys Helm releases. */
export class ReleaseGuard extends Construct {
  /** What every release depends on. */
  readonly releases: ITerraformDependable;

  /** What the release of bindings depends on, too. */
  readonly namespaces: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ReleaseGuardProps) {
    super(scope, id);
    this.releases = new dataKubernetesResources.DataKubernetesResources(this, "Default", {
      apiVersion: "v1",
      kind: "Secret",
      namespace: namespaceUnless(this.defineTerminating()),
      labelSelector: `owner=helm,name in (${props.releaseNames.join(",")}),status in (${LOCKED_STATES})`,
      lifecycle: requiring("${length(self.objects) == 0}", INTERRUPTED),
    });
    this.namespaces = props.namespaces.map(
      (name) =>
        new dataKubernetesNamespaceV1.DataKubernetesNamespaceV1(this, `Namespace-${name}`, {
          metadata: { name },
          lifecycle: requiring('${self.metadata[0].uid != ""}', missingNamespace(name, props.clusterName)),
        }),
    );
  }

  /** A list of the TargetGroupBindings that wait for their finalizer. The API server knows the kind only where its APIService exists. */
  private defineTerminating(): string {
    const api = new dataKubernetesResources.DataKubernetesResources(this, "Api", {
      apiVersion: "apiregistration.k8s.io/v1",
      kind: "APIService",
      fieldSelector: "metadata.name=v1beta1.elbv2.k8s.aws",
    });
    const bindings = new dataKubernetesResources.DataKubernetesResources(this, "Bindings", {
      apiVersion: "elbv2.k8s.aws/v1beta1",
      kind: "TargetGroupBinding",
      labelSelector: "app.kubernetes.io/managed-by=Helm",
    });
    bindings.addOverride("count", `\${length(${api.fqn}.objects)}`);
    return (
      `[for binding in flatten(${bindings.fqn}[*].objects) : "\${binding.metadata.namespace}/\${binding.metadata.name}" ` +
      "if try(binding.metadata.deletionTimestamp, null) != null]"
    );
  }
}

/** Terraform checks no postcondition when it destroys, but it evaluates arguments: this one is an error while the list has entries. */
function namespaceUnless(terminating: string): string {
  return `\${length(${terminating}) == 0 ? "${CONTROLLER_SERVICE_ACCOUNT.namespace}" : tobool("${stillThere(terminating)}")}`;
}

function stillThere(terminating: string): string {
  return (
    `TargetGroupBindings \${join(", ", ${terminating})} are being deleted and wait for their controller to deregister the targets. ` +
    "Wait until they are gone, or see docs/troubleshooting.md#a-targetgroupbinding-stays-in-terminating"
  );
}

function missingNamespace(name: string, cluster: string): string {
  return `Namespace ${name} of cluster ${cluster} does not exist, so that no TargetGroupBinding can be created in it. Create it, then plan again.`;
}

function requiring(condition: string, errorMessage: string): TerraformResourceLifecycle {
  return { postcondition: [{ condition, errorMessage }] };
}
