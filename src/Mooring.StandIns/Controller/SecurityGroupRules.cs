using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>The rules that a controller keeps in the security group of its cluster's nodes, for all bindings together.</summary>
/// <param name="aws">Its calls to AWS.</param>
/// <param name="bindings">All bindings of the cluster.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/networking/networking_manager.go"/>
internal sealed class SecurityGroupRules(ControllerAws aws, IReadOnlyCollection<BindingObject> bindings)
{
    private const int LastPort = 65535;

    /// <summary>Adds what a binding and the others need, and removes the rest, without <c>networking</c> too.</summary>
    /// <exception cref="RemoteException">AWS refuses a call.</exception>
    public void Reconcile(BindingObject binding, BindingSpec spec)
    {
        if (spec.Networking is not null)
        {
            aws.DescribeOfEc2(spec.TargetType == BindingSpec.Ip ? "DescribeNetworkInterfaces" : "DescribeInstances");
        }

        binding.Rules = spec.Networking is { } networking ? Rules(networking, spec.TargetType == BindingSpec.Ip) : [];
        Reconcile();
    }

    /// <summary>Removes what only this binding needs.</summary>
    /// <exception cref="RemoteException">AWS refuses a call.</exception>
    public void CleanUp(BindingObject binding)
    {
        binding.Rules = [];
        Reconcile();
    }

    private void Reconcile()
    {
        var withNetworking = bindings.Where(binding => binding.Spec["networking"] is not null).ToArray();
        var wanted = Joined([.. withNetworking.SelectMany(binding => binding.Rules ?? [])]);
        var existing = aws.DescribeSecurityGroups();
        var missing = wanted.Except(existing).ToArray();
        if (missing.Length > 0)
        {
            aws.AuthorizeIngress(missing);
        }

        // What another binding needs may not be computed yet.
        var unused = existing.Except(wanted).ToArray();
        if (unused.Length > 0 && withNetworking.All(binding => binding.Rules is not null))
        {
            aws.RevokeIngress(unused);
        }
    }

    /// <summary>All rules from one security group with one protocol become one, from the lowest to the highest port.</summary>
    private static IngressRule[] Joined(IReadOnlyCollection<IngressRule> rules) =>
        [
            .. rules.Where(rule => !rule.IsFromGroup).Distinct(),
            .. rules
                .Where(rule => rule.IsFromGroup)
                .GroupBy(rule => (rule.Protocol, rule.Source))
                .Select(group => group.First() with { FromPort = group.Min(rule => rule.FromPort), ToPort = group.Max(rule => rule.ToPort) }),
        ];

    /// <summary>
    /// An entry without <c>ports</c> should open all TCP ports, and opens none: the controller assigns them to a variable that hides the result.
    /// </summary>
    private IngressRule[] Rules(JsonObject networking, bool toPods) =>
        [
            .. from entry in Entries(networking["ingress"])
            from peer in Entries(entry["from"])
            from port in Entries(entry["ports"])
            select Rule(peer, port, toPods),
        ];

    private IngressRule Rule(JsonNode peer, JsonNode port, bool toPods)
    {
        var source =
            peer["securityGroup"]?["groupID"]?.ToString()
            ?? peer["ipBlock"]?["cidr"]?.ToString()
            ?? throw new RemoteException("either ipBlock or securityGroup should be specified");
        var protocol = port["protocol"]?.ToString() == "UDP" ? "udp" : "tcp";
        var (from, to) = port["port"] is { } number ? (Number(number, toPods), Number(number, toPods)) : (0, LastPort);
        return new IngressRule(aws.NodeSecurityGroup, protocol, from, to, source);
    }

    private static int Number(JsonNode port, bool toPods) =>
        port.GetValueKind() == JsonValueKind.Number ? int.Parse(port.ToString(), CultureInfo.InvariantCulture)
        : toPods ? BindingEndpoints.PodPort(port.ToString())
        : throw new RemoteException("named ports can only be used with pod endpoints");

    private static IEnumerable<JsonNode> Entries(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();
}
