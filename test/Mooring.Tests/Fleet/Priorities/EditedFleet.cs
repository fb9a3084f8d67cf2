using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>
/// A fleet file that is edited, with the record beside it. A rule is its name and its hosts, <c>shop: a b c</c>, each for <c>a.example.com</c>, and behind
/// a comma what else it has.
/// </summary>
internal sealed class EditedFleet
{
    /// <summary>The record, as it was written last; <see langword="null"/> where there is none.</summary>
    public string? Record { get; set; }

    /// <summary>The fleet as it was read last.</summary>
    public FleetSpec Fleet { get; private set; } = null!;

    /// <summary>The lines of the load balancer.</summary>
    public string LoadBalancer { get; init; } = "";

    /// <summary>Whether the load balancer is only looked up.</summary>
    public bool IsExisting { get; init; }

    /// <summary>Edits the rules, and returns the rules of AWS: <c>shop=10[a b c]</c>.</summary>
    public string Edit(params string[] rules)
    {
        var reader = new FleetReader("fleet.yaml", new WarningOptions())
        {
            Record = Record is null ? null : new PriorityRecordFile("fleet.priorities.json", Record),
        };
        var (fleet, record) = reader.Read(TextOf(rules));
        (Fleet, Record) = (fleet, record.IsEmpty ? null : record.ToJson());
        return string.Join(' ', SplitRules.Of(fleet.LoadBalancers["public"].Listeners["http"].Rules).Select(Said));
    }

    /// <summary>The errors of an edit.</summary>
    public IEnumerable<string> Refused(params string[] rules)
    {
        try
        {
            return [Edit(rules)];
        }
        catch (FleetException exception)
        {
            return exception.Faults.Select(fault =>
                $"{fault.Path.Replace("loadBalancers.public.listeners.http.", "", StringComparison.Ordinal)} {fault.Message}"
            );
        }
    }

    /// <summary>The text of the fleet file.</summary>
    public string TextOf(params string[] rules)
    {
        const string action =
            "        defaultAction:\n          forward:\n            targetGroups:\n              - cluster: blue\n                weight: 1\n";
        const string network = "    subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]\n    ingressCidrs: [0.0.0.0/0]\n";
        var text = SmallFleet
            .Text.ReplaceLineEndings("\n")
            .Replace(action, $"        rules:\n{string.Concat(rules.Select(RuleOf))}{action}", StringComparison.Ordinal);
        return IsExisting
            ? text.Replace(action, "", StringComparison.Ordinal)
                .Replace("        protocol: HTTP\n", "", StringComparison.Ordinal)
                .Replace(network, "    existing: shop-public\n", StringComparison.Ordinal)
            : text.Replace(network, $"{network}{LoadBalancer}", StringComparison.Ordinal);
    }

    private static string Said(RulePart part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{part.Name}={part.Priority}[{string.Join(' ', part.Hosts.Select(host => host.Replace(".example.com", "", StringComparison.Ordinal)))}]"
        );

    private static string RuleOf(string rule)
    {
        var (name, rest) = (rule.Split(": ", 2)[0], rule.Split(": ", 2)[1].Split(", ", 2));
        var hosts = string.Join(", ", rest[0].Split(' ').Select(host => $"'{host}.example.com'"));
        var others = rest.Length > 1 ? $", {rest[1]}" : "";
        return $"          - {{ name: {name}, hosts: [{hosts}], fixedResponse: {{ statusCode: 404 }}{others} }}\n";
    }
}
