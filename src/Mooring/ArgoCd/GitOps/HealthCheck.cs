using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Defines for Argo CD when a TargetGroupBinding is healthy: without a check, Argo CD reports it healthy as soon as it exists.</summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#custom-health-checks"/>
internal static class HealthCheck
{
    /// <summary>Name of its file.</summary>
    public const string File = "argocd-cm-patch.yaml";

    /// <summary>Key of the script in Argo CD's ConfigMap.</summary>
    public const string Key = "resource.customizations.health.elbv2.k8s.aws_TargetGroupBinding";

    /// <summary>Key of the script for the bindings of EKS Auto Mode.</summary>
    public const string AutoModeKey = $"resource.customizations.health.{AutoModeController.Group}_TargetGroupBinding";

    /// <summary>The script, in the Lua 5.1 that Argo CD runs, without its libraries.</summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/controllers/elbv2/targetgroupbinding_controller.go"/>
    public const string Script = """
        -- The controller writes observedGeneration once it has registered the targets; from version 3 on, a condition Ready
        -- tells of a cleanup that failed. Argo CD does not ask for the health of what is being deleted.
        local hs = { status = "Progressing" }
        local status = obj.status or {}
        for _, condition in ipairs(status.conditions or {}) do
          if condition.type == "Ready" and condition.status == "False" and condition.observedGeneration == obj.metadata.generation then
            hs.status = "Degraded"
            hs.message = condition.message
            return hs
          end
        end
        if status.observedGeneration == nil then
          hs.message = "The controller has not registered the targets yet"
        elseif status.observedGeneration ~= obj.metadata.generation then
          hs.message = "The controller has not taken over the last change yet"
        else
          hs.status = "Healthy"
          hs.message = "The targets are registered"
        end
        return hs
        """;

    /// <summary>The patch of Argo CD's ConfigMap.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $"""
            # A patch for Argo CD's own ConfigMap, not a resource of this directory: it would replace what else is in there.
            #   kubectl --namespace {props.Namespace} patch configmap argocd-cm --patch-file {File}
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-cm
              namespace: {Yaml.Write(props.Namespace)}
            data:
              {Key}: |
            {Yaml.Indent(Script, 4)}
            {(props.HasAutoMode ? $"  {AutoModeKey}: |\n{Yaml.Indent(Script, 4)}\n" : string.Empty)}
            """;
}
