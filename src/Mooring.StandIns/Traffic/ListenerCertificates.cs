using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Traffic;

/// <summary>The certificates of a listener. Which names are in them is not known.</summary>
/// <param name="LoadBalancer">Name of the load balancer.</param>
/// <param name="Port">Its port.</param>
/// <param name="Default">ARN of the certificate for clients that ask for none, or for a name that no other one has.</param>
/// <param name="Others">ARNs of the certificates for clients that ask for their names.</param>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html"/>
public sealed record ListenerCertificates(string LoadBalancer, int Port, string Default, IReadOnlySet<string> Others)
{
    /// <summary>The certificates of the listeners that have some.</summary>
    internal static IReadOnlyList<ListenerCertificates> In(IReadOnlyList<RemoteObject> objects)
    {
        var loadBalancers = objects.Where(each => each.Type == "aws_lb").ToLookup(each => each.Value["arn"].Text, each => each.Value["name"].Text);
        var others = objects
            .Where(each => each.Type == "aws_lb_listener_certificate")
            .ToLookup(each => each.Value["listener_arn"].Text, each => $"{each.Value["certificate_arn"].Text}");
        return
        [
            .. objects
                .Where(each => each.Type == "aws_lb_listener" && each.Value["certificate_arn"].Text is { Length: > 0 })
                .Select(listener => new ListenerCertificates(
                    $"{loadBalancers[listener.Value["load_balancer_arn"].Text].FirstOrDefault()}",
                    RouteRule.Number(listener.Value["port"]),
                    listener.Value["certificate_arn"].Text!,
                    others[listener.Value["arn"].Text].ToHashSet(StringComparer.Ordinal)
                )),
        ];
    }
}
