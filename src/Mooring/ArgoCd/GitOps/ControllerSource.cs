using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>The source of an Application that installs the AWS Load Balancer Controller: its chart, with what the Secret says of the cluster.</summary>
internal static class ControllerSource
{
    private const string RoleAnnotation = "eks.amazonaws.com/role-arn";

    /// <summary>
    /// What the chart generates each time it is rendered: a certificate, and its CA in the webhooks. Argo CD cannot look up the existing one in the
    /// cluster, as Helm can. A sync that is due to another difference applies the whole new certificate: <c>RespectIgnoreDifferences</c> would apply
    /// half of it where the chart adds or removes a webhook.
    /// </summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/webhook.yaml"/>
    private const string Certificate = """

              # Each time the chart is rendered it makes another certificate for its webhooks. That alone is no difference; a sync for
              # another reason applies it, and the webhooks fail for about a minute, until the pods have it.
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

    /// <summary>What it takes from a cluster's Secret.</summary>
    public static IReadOnlyList<ClusterValue> Values(GitOpsDirectoryProps props) =>
        [
            ClusterValue.ClusterName,
            ClusterValue.Region,
            ClusterValue.VpcId,
            .. Role(props.RoleSource) is { } role ? [role] : Array.Empty<ClusterValue>(),
            ClusterValue.ChartVersion,
            ClusterValue.ControllerConfig,
            ClusterValue.Resources,
            .. props.HasControllerValues ? [ClusterValue.ControllerValues] : Array.Empty<ClusterValue>(),
        ];

    /// <summary>The source.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $"""
            repoURL: {ControllerChart.Repository}
            chart: {ControllerChart.Name}
            targetRevision: '{ClusterValue.ChartVersion.Placeholder}'
            helm:
              releaseName: {ControllerRole.ServiceAccount.Name}
              values: |
            {Yaml.Indent(ChartValues(props), 4)}
            """;

    /// <summary>What Argo CD does not compare; nothing with cert-manager.</summary>
    public static string IgnoredDifferences(GitOpsDirectoryProps props) => props.Controller.EnableCertManager ? string.Empty : Certificate;

    private static ClusterValue? Role(RoleSource source) =>
        source switch
        {
            RoleSource.ServiceAccount => ClusterValue.RoleArn,
            RoleSource.PerCluster => ClusterValue.RoleArnIfAny,
            _ => null,
        };

    private static string ChartValues(GitOpsDirectoryProps props)
    {
        var values = ControllerValues.Of(
            props.Controller with
            {
                // The chart fails without a cluster name: so it does where the Secret lacks another annotation.
                ClusterName = $"{{{{ if not .values.error }}}}{ClusterValue.ClusterName.Placeholder}{{{{ end }}}}",
                Region = ClusterValue.Region.Placeholder,
                VpcId = ClusterValue.VpcId.Placeholder,
                RoleArn = Role(props.RoleSource)?.Placeholder,
                // What follows the version is in the Secret.
                ChartVersion = ControllerChart.DefaultVersion,
            }
        );
        values.Remove(ControllerValues.KeepCertificate);
        values[ControllerValues.Config] = ClusterValue.ControllerConfig.Placeholder;
        values[ControllerValues.Resources] = ClusterValue.Resources.Placeholder;

        var yaml = props.HasControllerValues ? WithOwnValues(values) : Yaml.Write(values);
        var text = AsJson(AsJson(yaml, ClusterValue.ControllerConfig), ClusterValue.Resources);
        return props.RoleSource == RoleSource.PerCluster ? WithOptionalRole(text) : text;
    }

    /// <summary>The values, of which those that the Secret has replace what stands here.</summary>
    private static string WithOwnValues(Dictionary<string, object> values)
    {
        var lines = values.Select(value =>
        {
            var text = Yaml.Write(new Dictionary<string, object> { [value.Key] = value.Value });
            return ReservedValues.Has(value.Key) || value.Key is ControllerValues.Config or ControllerValues.Resources
                ? text
                : $$$"""
                    {{- if not (hasKey $own "{{{value.Key}}}") }}
                    {{{text}}}
                    {{- end }}
                    """;
        });
        return $$$"""
            {{ $own := fromJson {{{ClusterValue.ControllerValues.Path}}} -}}
            {{{string.Join('\n', lines)}}}
            {{- range $name, $value := $own }}
            {{ toJson $name }}: {{ toJson $value }}
            {{- end }}
            """;
    }

    /// <summary>Takes the quotes from a value that is JSON and not a string.</summary>
    private static string AsJson(string text, ClusterValue value) => text.Replace($"'{value.Placeholder}'", value.Placeholder, StringComparison.Ordinal);

    private static string WithOptionalRole(string text)
    {
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
}
