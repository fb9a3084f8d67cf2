using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of rules, and of where traffic goes.</summary>
internal static class RuleEdits
{
    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("add a rule", AddRule),
            new("remove a rule", fleet => fleet.Any(fleet.RuleLists.Where(list => list.Count > 0)) is { } list && RemoveAny(fleet, list)),
            new("rename a rule", fleet => RenameRule(fleet, isSaid: false)),
            new("rename a rule with 'renamed'", fleet => RenameRule(fleet, isSaid: true)),
            new("remove 'renamed'", fleet => fleet.Any(fleet.Rules.Where(rule => rule.ContainsKey("renamed")))?.Remove("renamed") == true),
            new("swap two rules", SwapRules),
            new("swap the priorities of two rules", SwapPriorities),
            new("move a rule to another listener", MoveRule),
            new("another action", ChangeAction),
            new("forward to another target group", ChangeForward),
            new("swap the target groups of two forwards", SwapForwards),
        ];

    private static bool AddRule(EditedFleet fleet)
    {
        if (fleet.Any(fleet.RuleLists) is not { } rules)
        {
            return false;
        }

        var name = fleet.NewName("rule");
        var rule = new JsonObject { ["name"] = name, ["hosts"] = new JsonArray($"{name}.example.com") };
        Act(fleet, rule);
        rules.Insert(fleet.Below(rules.Count + 1), rule);
        return true;
    }

    private static bool RemoveAny(EditedFleet fleet, JsonArray list)
    {
        list.RemoveAt(fleet.Below(list.Count));
        return true;
    }

    private static bool RenameRule(EditedFleet fleet, bool isSaid)
    {
        if (fleet.Any(fleet.Rules) is not { } rule)
        {
            return false;
        }

        rule["renamed"] = $"{rule["name"]}";
        rule["name"] = fleet.NewName("rule");
        if (!isSaid)
        {
            rule.Remove("renamed");
        }

        return true;
    }

    private static bool SwapRules(EditedFleet fleet)
    {
        if (fleet.Any(fleet.RuleLists.Where(list => list.Count > 1)) is not { } list)
        {
            return false;
        }

        var rule = list[0]!;
        list.RemoveAt(0);
        list.Insert(1 + fleet.Below(list.Count), rule);
        return true;
    }

    private static bool SwapPriorities(EditedFleet fleet)
    {
        var pairs = fleet.RuleLists.Select(list => list.Select(rule => (JsonObject)rule!).Where(rule => rule.ContainsKey("priority")).ToArray());
        if (fleet.Any(pairs.Where(list => list.Length > 1)) is not { } rules)
        {
            return false;
        }

        (rules[0]["priority"], rules[1]["priority"]) = (rules[1]["priority"]!.DeepClone(), rules[0]["priority"]!.DeepClone());
        return true;
    }

    private static bool MoveRule(EditedFleet fleet)
    {
        var (from, to) = (fleet.Any(fleet.RuleLists.Where(list => list.Count > 0)), fleet.Any(fleet.RuleLists));
        if (from is null || to is null || from == to)
        {
            return false;
        }

        var rule = from[0]!;
        from.RemoveAt(0);
        to.Add(rule);
        return true;
    }

    private static bool ChangeAction(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Actions) is not { } action)
        {
            return false;
        }

        foreach (var key in new[] { "forward", "redirect", "fixedResponse" })
        {
            action.Remove(key);
        }

        Act(fleet, action);
        return true;
    }

    private static bool ChangeForward(EditedFleet fleet)
    {
        if (fleet.Any(fleet.ForwardLists) is not { } list || fleet.Any(Targets(fleet)) is not { } target)
        {
            return false;
        }

        if (list.Count > 1 && fleet.Below(2) == 0)
        {
            list.RemoveAt(fleet.Below(list.Count));
        }

        list.Add(target);
        return true;
    }

    private static bool SwapForwards(EditedFleet fleet)
    {
        if (fleet.ForwardLists.ToArray() is not { Length: > 1 } lists)
        {
            return false;
        }

        var (one, other) = ((JsonObject)lists[0].Parent!, (JsonObject)lists[^1].Parent!);
        (one["targetGroups"], other["targetGroups"]) = (lists[^1].DeepClone(), lists[0].DeepClone());
        return true;
    }

    private static void Act(EditedFleet fleet, JsonObject at)
    {
        if (fleet.Any(Targets(fleet)) is { } target && fleet.Below(3) > 0)
        {
            at["forward"] = new JsonObject { ["targetGroups"] = new JsonArray(target) };
        }
        else if (fleet.Below(2) == 0)
        {
            at["redirect"] = new JsonObject { ["host"] = $"{fleet.NewName("host")}.example.com" };
        }
        else
        {
            at["fixedResponse"] = new JsonObject { ["statusCode"] = 503 };
        }
    }

    /// <summary>All that could be forwarded to. A target of another load balancer is an error, and its edit is taken back.</summary>
    private static IEnumerable<JsonObject> Targets(EditedFleet fleet) =>
        [
            .. Entries(fleet.Clusters)
                .SelectMany(cluster =>
                    List(cluster.Spec, "bindings").Select(binding => new JsonObject { ["cluster"] = cluster.Name, ["binding"] = binding!["name"]!.DeepClone() })
                ),
            .. Entries(fleet.LoadBalancers)
                .SelectMany(loadBalancer => Map(loadBalancer.Spec, "targetGroups"))
                .Select(group => new JsonObject { ["targetGroup"] = group.Key }),
        ];
}
