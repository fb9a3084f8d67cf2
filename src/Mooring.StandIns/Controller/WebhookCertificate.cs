using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The certificate of the controller's webhooks, which its chart generates. Where an upgrade generates another one, the API server has the new
/// authority at once, and the pods have the new certificate when they start, or about a minute later.
/// </summary>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/templates/_helpers.tpl"/>
internal static class WebhookCertificate
{
    /// <summary>The first chart without a way to keep the certificate, which has the number of its controller.</summary>
    private static readonly Version s_firstThatReplaces = new(3, 0);

    /// <summary>The first chart with <c>keepTLSSecret</c> again, which is off by default from there on.</summary>
    private static readonly Version s_firstThatKeepsOnRequest = new(3, 1);

    /// <summary>Whether an upgrade gives the webhooks another certificate and starts no pod that has it.</summary>
    /// <param name="version">Version of the controller in the new chart.</param>
    /// <param name="before">The values before.</param>
    /// <param name="after">The values after.</param>
    /// <param name="isSameChart">Whether the chart is the same as before.</param>
    public static bool IsReplacedUnderRunningPods(Version version, JsonObject before, JsonObject after, bool isSameChart) =>
        isSameChart && !IsKept(version, after) && PodTemplate.Of(before) == PodTemplate.Of(after);

    private static bool IsKept(Version version, JsonObject values)
    {
        var isIssued = values["webhookTLS"]?["caCert"] is not null || IsTrue(values["enableCertManager"]);
        return isIssued
            || (
                version < s_firstThatReplaces
                    ? !(values["keepTLSSecret"]?.GetValueKind() == JsonValueKind.False)
                    : version >= s_firstThatKeepsOnRequest && IsTrue(values["keepTLSSecret"])
            );
    }

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;
}
