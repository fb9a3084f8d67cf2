using Mooring.Identity;
using Mooring.Publishing;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Writes the directory's README: what is in it, how it gets into Argo CD, and in which order things go.</summary>
internal static class GitOpsReadme
{
    /// <summary>Name of its file.</summary>
    public const string File = "README.md";

    private const string OtherResources = "those of the bound Services, and resources without a namespace. ";

    /// <summary>The text.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $$"""
            # AWS Load Balancer Controller and TargetGroupBindings of fleet {{props.Fleet}}

            Written by Mooring; a change made here is lost the next time. Terraform registers each cluster with Argo CD, and what
            differs between clusters is on the cluster's Secret. So this directory is the same for one cluster and for five hundred.

            | file | what it is |
            |---|---|
            {{Rows(FilesOf(props))}}

            ## What the Secrets say

            The ApplicationSets select the Secrets with the labels `{{ClusterLabels.Enabled}}: "true"` and `{{ClusterLabels.Fleet}}: {{props.Fleet}}`.
            A cluster in which somebody else installed the controller has the label `{{ClusterLabels.InstallController}}: "false"`, too: it gets
            the bindings only, and needs no annotation of the controller.

            | annotation | what it holds |
            |---|---|
            {{Rows(AnnotationsOf(props))}}

            An enabled cluster whose Secret lacks one, because its registration is older than the annotations for instance, stops alone: its
            Application shows an error that names the cluster and the annotation, and changes nothing in it. The Secrets have more for
            ApplicationSets of your own: `{{ClusterAnnotations.AccountId}}`, `{{ClusterAnnotations.Partition}}`, and the labels of the first
            binding's target group.

            ## Into Argo CD

            The ApplicationSets need Argo CD 2.10 or later (`templatePatch`).

            1. Commit the directory as `{{props.Path}}` of {{props.RepoUrl}}.
            2. Make it an Application, or a resource of one that there is, or apply it once: `kubectl apply --kustomize .`
            3. `kubectl --namespace {{props.Namespace}} patch configmap argocd-cm --patch-file {{HealthCheck.File}}`, or put what is under `data` into the
               values of Argo CD's chart, under `configs.cm`. The EKS Capability for Argo CD reads only some keys of that ConfigMap.

            {{Project(props)}}

            ## In which order

            {{Order(props)}}

            **To change a cluster's bindings, or the version of its controller**, change the fleet and apply its registration.

            **To take a cluster out**, move its weights to other clusters first. Then:

            1. Set `registration.onRemoval: delete`, and apply its registration: the annotation becomes `delete`.
            2. Set another `delivery` with `bindings: []`, and apply its registration only: the label becomes `"false"`, and Argo CD removes
               {{Removed(props)}}.
            3. When its Applications are gone, destroy its registration. A Secret that goes first makes Argo CD forget the cluster and
               leave everything in it.

            With `keep`, the default, everything in the cluster stays and goes on, whatever happens to its Applications.

            **To remove it all**, do this for every cluster, then delete the ApplicationSets.

            ## What to know

            - The controller's chart makes a certificate for its webhooks each time it is rendered, which Argo CD does not do for a change of
              the bindings. A change of the controller brings a new certificate; until its pods have it, for about a minute, the webhooks fail:
              bindings cannot be changed, targets are registered as before. With cert-manager there is no such gap.
            - A sync that fails is retried five times within some eight minutes, with the values that it began with. Only then does a correction
              arrive; `argocd app terminate-op` makes it arrive at once. After the last retry an unchanged Application is not tried again: run
              `argocd app sync`.
            - After a change to an older controller the definition `ingressclassparams.elbv2.k8s.aws` can be degraded and hold the sync: delete it.
            - A binding is healthy when the controller has registered its targets once since the binding last changed. Whether the
              load balancer finds the targets healthy is the target group's to say.

            """;

    private static IEnumerable<(string Name, string Text)> FilesOf(GitOpsDirectoryProps props)
    {
        foreach (var set in ApplicationSets.Of(props))
        {
            yield return (set.File, $"the ApplicationSet {props.Fleet}-{set.Name}: installs {Installs(set)}");
        }

        yield return ("chart/", "one TargetGroupBinding for each entry of `bindings`");
        if (props.CreateProject)
        {
            yield return (ProjectManifest.File, "the project of the Applications");
        }

        yield return ("kustomization.yaml", "what is above, for the Application that this directory is");
        yield return (HealthCheck.File, "teaches Argo CD when a TargetGroupBinding is healthy");
        yield return (OwnFiles.List, "what Mooring wrote, and may remove");
    }

    private static string Installs(ApplicationSet set) =>
        set.Sources.Count > 1 ? "controller and bindings of each cluster, in one Application"
        : set.File == ApplicationSets.ControllerFile ? "the controller"
        : set.Clusters == ClusterSelection.BindingsOnly ? "the bindings of each cluster that has a controller already, with the chart beside it"
        : "the bindings, with the chart beside it";

    private static IEnumerable<(string Name, string Text)> AnnotationsOf(GitOpsDirectoryProps props)
    {
        yield return (
            ClusterAnnotations.Application,
            $"what the cluster is called in the names of its Applications, at most {GitOpsDirectory.ApplicationLength} characters"
        );
        yield return (ClusterAnnotations.ClusterName, "name of the cluster in EKS");
        yield return (ClusterAnnotations.Region, "region of the cluster");
        yield return (ClusterAnnotations.VpcId, "its VPC");
        if (props.RoleSource != RoleSource.PodIdentity)
        {
            yield return (
                ClusterAnnotations.RoleArn,
                $"ARN of the controller's role{(props.RoleSource == RoleSource.PerCluster ? "; none for EKS Pod Identity" : string.Empty)}"
            );
        }

        yield return (ClusterAnnotations.ChartVersion, "version of the controller's chart, so that a version reaches the clusters one after the other");
        yield return (ClusterAnnotations.ControllerConfig, "the controller's feature gates, JSON");
        yield return (ClusterAnnotations.Resources, "CPU and memory of the controller, JSON");
        if (props.HasControllerValues)
        {
            yield return (
                ClusterAnnotations.ControllerValues,
                "further values of the controller's chart, JSON; each replaces the one in the ApplicationSet. A Secret without it has none"
            );
        }

        yield return (ClusterAnnotations.Bindings, "a JSON list of its bindings, whole ARNs in it; `[]` for none");
        if (props.HasCreatedNamespaces)
        {
            yield return (
                ClusterAnnotations.Namespaces,
                "namespaces of the Services that are created where they are missing, a JSON list; Argo CD never deletes them. A Secret without it has none"
            );
        }

        yield return (ClusterAnnotations.OnRemoval, "`keep` or `delete`: what happens in the cluster when its Applications are removed; without it `keep`");
    }

    private static string Rows(IEnumerable<(string Name, string Text)> rows) => string.Join('\n', rows.Select(row => $"| `{row.Name}` | {row.Text} |"));

    private static string Project(GitOpsDirectoryProps props)
    {
        if (props.CreateProject)
        {
            return $"`{ProjectManifest.File}` defines the project `{props.Project}` with what the Applications need. The namespaces of the\n"
                + $"Services must exist{OrBeCreated(props)}";
        }

        return $"The project `{props.Project}` must exist. It must allow this repository and {ControllerChart.Repository} as sources, and in every\n"
            + $"cluster the namespace `{ControllerRole.ServiceAccount.Namespace}`, {OtherResources}"
            + $"The namespaces of the Services must exist{OrBeCreated(props)}";
    }

    private static string OrBeCreated(GitOpsDirectoryProps props) => props.HasCreatedNamespaces ? ", or their Secret asks for them." : ".";

    private static string Order(GitOpsDirectoryProps props) =>
        props.Applications == ApplicationLayout.Together
            ? "Within a cluster's Application the bindings are in a later sync wave than the controller: they wait until it runs, and when the\n"
                + "Application is deleted, they go first. A controller that never becomes ready holds the sync; `controller.sync.timeout.seconds` in\n"
                + "`argocd-cmd-params-cm` limits that, and `argocd app terminate-op` ends it."
            : "The bindings' custom resource, and the webhook that each binding passes, come with the controller. An Application cannot wait\n"
                + "for another one, so the bindings fail and are retried until the controller runs. If it takes longer than the retries, run\n"
                + "`argocd app sync` for them. When both Applications are deleted, nothing makes the bindings go first. The layout `together` has\n"
                + "neither problem.";

    private static string Removed(GitOpsDirectoryProps props) =>
        props.Applications == ApplicationLayout.Together ? "the bindings, then the controller" : "both Applications with what they installed";
}
