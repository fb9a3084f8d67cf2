using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>The Argo CD project of the Applications, with what they need and no more.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/"/>
internal static class ProjectManifest
{
    /// <summary>Name of its file.</summary>
    public const string File = "appproject.yaml";

    /// <summary>The manifest.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $"""
            # The project of the Applications. Written by Mooring.
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata:
              name: {Yaml.Write(props.Project)}
              namespace: {Yaml.Write(props.Namespace)}
              annotations:
                # It must exist before the ApplicationSets.
                argocd.argoproj.io/sync-wave: "-2"
            spec:
              description: AWS Load Balancer Controller and TargetGroupBindings of fleet {props.Fleet}
              sourceRepos:
                - {Yaml.Write(props.RepoUrl)}
                - {ControllerChart.Repository}
              # Bindings are in the namespaces of their Services.
              destinations:
                - server: '*'
                  namespace: '*'
              # The controller's chart has custom resource definitions, cluster roles and webhook configurations.
              clusterResourceWhitelist:
                - group: ""
                  kind: Namespace
                - group: admissionregistration.k8s.io
                  kind: '*'
                - group: apiextensions.k8s.io
                  kind: CustomResourceDefinition
                - group: elbv2.k8s.aws
                  kind: '*'
                - group: networking.k8s.io
                  kind: IngressClass
                - group: rbac.authorization.k8s.io
                  kind: '*'

            """;
}
