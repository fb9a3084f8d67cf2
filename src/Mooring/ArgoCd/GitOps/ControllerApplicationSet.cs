using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Writes the ApplicationSet that installs the AWS Load Balancer Controller.</summary>
internal static class ControllerApplicationSet
{
    /// <summary>Name of its file.</summary>
    public const string File = "appset-aws-lb-controller.yaml";

    private const string RoleAnnotation = "eks.amazonaws.com/role-arn";

    /// <summary>
    /// What the chart generates each time it is rendered: a certificate, and its CA in the webhooks. Argo CD cannot look up the existing one in the
    /// cluster, as Helm can.
    /// </summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/webhook.yaml"/>
    private const string Certificate = """

              # Each time the chart is rendered it makes another certificate for its webhooks. The one that is in the cluster
              # stays; without this, every look at the chart would be a difference, and every sync an outage of the webhooks.
              ignoreDifferences:
                - group: admissionregistration.k8s.io
                  kind: MutatingWebhookConfiguration
                  name: aws-load-balancer-webhook
                  jqPathExpressions:
                    - .webhooks[].clientConfig.caBundle
                - group: admissionregistration.k8s.io
                  kind: ValidatingWebhookConfiguration
                  name: aws-load-balancer-webhook
                  jqPathExpressions:
                    - .webhooks[].clientConfig.caBundle
                - group: ""
                  kind: Secret
                  name: aws-load-balancer-tls
                  jsonPointers:
                    - /data
        """;

    /// <summary>The ApplicationSet.</summary>
    public static string Of(GitOpsDirectoryProps props)
    {
        var account = ControllerRole.ServiceAccount;
        ClusterValue[] values =
        [
            ClusterValue.Application,
            ClusterValue.ClusterName,
            ClusterValue.Region,
            ClusterValue.VpcId,
            .. Role(props.RoleSource) is { } role ? [role] : Array.Empty<ClusterValue>(),
        ];
        var chartValues = ControllerValues.Of(
            props.Controller with
            {
                ClusterName = ClusterValue.ClusterName.Placeholder,
                Region = ClusterValue.Region.Placeholder,
                VpcId = ClusterValue.VpcId.Placeholder,
                RoleArn = Role(props.RoleSource)?.Placeholder,
            }
        );

        return new ApplicationSet
        {
            Comment = "Installs the AWS Load Balancer Controller into every cluster whose Secret asks for it.",
            Name = account.Name,
            // Of what an Application consists, the lower wave is created first and removed last.
            SyncWave = -1,
            Prefix = ApplicationPrefixes.Controller,
            Values = values,
            Source = $"""
                repoURL: {ControllerChart.Repository}
                chart: {ControllerChart.Name}
                targetRevision: {Yaml.Write(props.Controller.ChartVersion)}
                helm:
                  releaseName: {account.Name}
                  values: |
                {Yaml.Indent(ChartValues(chartValues, props.RoleSource), 4)}
                """,
            SyncPolicy = """
                automated:
                  prune: true
                  selfHeal: true
                syncOptions:
                  - CreateNamespace=true
                  - PruneLast=true
                  - RespectIgnoreDifferences=true
                """,
            Rest = UsesCertManager(chartValues) ? string.Empty : Certificate,
        }.Write(props);
    }

    private static ClusterValue? Role(RoleSource source) =>
        source switch
        {
            RoleSource.ServiceAccount => ClusterValue.RoleArn,
            RoleSource.PerCluster => ClusterValue.RoleArnIfAny,
            _ => null,
        };

    private static string ChartValues(Dictionary<string, object> values, RoleSource source)
    {
        var text = Yaml.Write(values);
        if (source != RoleSource.PerCluster)
        {
            return text;
        }

        var annotation = $"  annotations:\n    {RoleAnnotation}: '{ClusterValue.RoleArnIfAny.Placeholder}'";
        return text.Replace(
            annotation,
            $$$"""
              {{- if .values.roleArn }}
            {{{annotation}}}
              {{- end }}
            """,
            StringComparison.Ordinal
        );
    }

    private static bool UsesCertManager(Dictionary<string, object> values) => values.TryGetValue("enableCertManager", out var uses) && uses is true;
}
