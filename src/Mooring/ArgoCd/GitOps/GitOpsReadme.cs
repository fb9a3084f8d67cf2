using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Writes the directory's README: what is in it, how it gets into Argo CD, and in which order things go.</summary>
internal static class GitOpsReadme
{
    /// <summary>Name of its file.</summary>
    public const string File = "README.md";

    private const string RoleRow = $"| `{ClusterAnnotations.RoleArn}` | ARN of the controller's role |\n";
    private const string OptionalRoleRow = $"| `{ClusterAnnotations.RoleArn}` | ARN of the controller's role; none for EKS Pod Identity |\n";

    private const string OtherResources = "those of the bound Services, and resources without a namespace. The namespaces of the Services must exist.";

    private static readonly string s_applicationRow =
        $"| `{ClusterAnnotations.Application}` | what the cluster is called in the names of its Applications, at most "
        + $"{GitOpsDirectory.ApplicationLength} characters |";

    /// <summary>The text.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $$"""
            # AWS Load Balancer Controller and TargetGroupBindings

            Written by Mooring; a change made here is lost the next time. Terraform registers each cluster with Argo CD, and what
            differs between clusters is on the cluster's Secret. So this directory is the same for one cluster and for five hundred.

            | file | what it is |
            |---|---|
            {{ControllerRow(props)}}
            | `{{BindingsApplicationSet.File}}` | installs the cluster's TargetGroupBindings, with the chart beside it |
            | `chart/` | one TargetGroupBinding for each entry of `bindings` |
            | `kustomization.yaml` | the two ApplicationSets, for the Application that this directory is |
            | `{{HealthCheck.File}}` | teaches Argo CD when a TargetGroupBinding is healthy |
            | `{{OwnFiles.List}}` | what Mooring wrote, and may remove |

            ## What the Secrets say

            | annotation | what it holds |
            |---|---|
            {{s_applicationRow}}
            | `{{ClusterAnnotations.ClusterName}}` | name of the cluster in EKS; left out where Argo CD calls it the same |
            | `{{ClusterAnnotations.Region}}` | region of the cluster |
            | `{{ClusterAnnotations.VpcId}}` | its VPC |
            {{Role(props.RoleSource)}}| `{{ClusterAnnotations.Bindings}}` | a JSON list of its bindings, whole ARNs in it; `[]` for none |

            An enabled cluster whose Secret lacks one, because its registration is older than the annotations for instance, makes the
            ApplicationSet report an error that names the cluster. Until it is put right, Argo CD neither creates, changes nor removes
            any Application of that set. The Secrets have more for ApplicationSets of your own: `{{ClusterAnnotations.AccountId}}`,
            `{{ClusterAnnotations.Partition}}`, and the labels of the first binding's target group.

            ## Into Argo CD

            1. Commit the directory as `{{props.Path}}` of {{props.RepoUrl}}.
            2. Make it an Application, or a resource of one that there is, or apply it once: `kubectl apply --kustomize .`
            3. `kubectl --namespace {{props.Namespace}} patch configmap argocd-cm --patch-file {{HealthCheck.File}}`, or put what is under `data` into the
               values of Argo CD's chart, under `configs.cm`. The EKS Capability for Argo CD reads only some keys of that ConfigMap.

            The project `{{props.Project}}` must allow this repository and {{ControllerChart.Repository}} as sources, and in every cluster the
            namespace `{{ControllerRole.ServiceAccount.Namespace}}`, {{OtherResources}}

            ## In which order

            The bindings' custom resource, and the webhook that each binding passes, come with the controller. An Application cannot wait
            for another one, so the bindings are tried again, every three minutes at the latest, until they go through.

            **To change a cluster's bindings**, change the fleet and apply its registration.

            **To take a cluster out**, in this order, or its bindings stay behind with a finalizer that nobody serves, and its nodes in the
            target groups:

            1. Give it no bindings, and leave it enabled: the annotation becomes `[]`, and Argo CD removes the bindings.
            2. When `kubectl get targetgroupbindings --all-namespaces` finds none in the cluster, disable it: the label becomes `"false"`, and Argo CD
               removes both Applications and with them the controller (`resources-finalizer.argocd.argoproj.io`).
            3. When both Applications are gone, destroy its registration. A Secret that goes first makes Argo CD forget the cluster and
               leave everything in it as it is.

            **To remove it all**, delete the Application that this directory is, cascading in the foreground, which is Argo CD's default: the
            bindings go first, for their wave is the later one.

            ## What to know

            - The controller's chart makes a certificate for its webhooks each time it is rendered. The first one stays
              (`ignoreDifferences` with `RespectIgnoreDifferences`). A version of the chart that adds a webhook brings it with an authority that
              did not sign that certificate: delete the Secret `aws-load-balancer-tls` and both configurations `aws-load-balancer-webhook`
              in the cluster then, sync, and restart the controller. With cert-manager there is nothing to ignore.
            - A binding is healthy when the controller has registered its targets once since the binding last changed. Whether the
              load balancer finds the targets healthy is the target group's to say.

            """;

    private static string Role(RoleSource source) =>
        source switch
        {
            RoleSource.ServiceAccount => RoleRow,
            RoleSource.PerCluster => OptionalRoleRow,
            _ => string.Empty,
        };

    private static string ControllerRow(GitOpsDirectoryProps props) =>
        $"| `{ControllerApplicationSet.File}` | installs the controller, chart {props.Controller.ChartVersion}, into every cluster whose Secret has the "
        + "label `aws-lb-controller/enabled: \"true\"` |";
}
