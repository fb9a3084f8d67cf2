using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests;

/// <summary>A fleet without every key that can be removed and still leave the same load balancers, clusters, rules and bindings.</summary>
internal sealed class BareFleet
{
    /// <summary>Keys whose entries a user names. They stay, and their entries do.</summary>
    private static readonly string[] s_named =
    [
        "loadBalancers",
        "clusters",
        "listeners",
        "rules",
        "targetGroups",
        "bindings",
        "nodeGroups",
        "selfManagedNodeGroups",
        "accessEntries",
        "addOns",
        "crossAccountRoles",
    ];

    /// <summary>Mappings that become empty: without them Terraform leaves the settings as they are, and a change refuses that.</summary>
    private static readonly string[] s_owning = ["attributes", "targetGroupHealth", "transforms"];

    /// <summary>Keys that say which thing it is, how the fleet is deployed, what AWS allows, or what can be changed only in several steps.</summary>
    private static readonly string[] s_identity =
    [
        "account",
        "backend",
        "argoCd",
        "clusterAuthentication",
        "quotas",
        "path",
        "adopt",
        "existing",
        "existingTargetGroup",
        "name",
        "renamed",
        "priority",
        "delivery",
        "handoverFrom",
        "oidcProvider",
        "encryptionKey",
        "targetGroupRef",
        "registerBy",
        "reference",
        "shared",
        "targetType",
        "ipAddressType",
        "protocol",
        "protocolVersion",
        "port",
        "targetControlPort",
        "type",
        "scheme",
        "identity",
        "install",
        "role",
        // A state knows its providers by their sources: 'terraform state replace-provider' comes first.
        "source",
        // The AWS provider takes no header away: W007.
        "response",
    ];

    private readonly YamlStream _yaml = [];
    private readonly List<string> _removed = [];

    private readonly bool _withParents;

    /// <summary>Removes what can be removed from the text of a fleet.</summary>
    /// <param name="text">The fleet.</param>
    /// <param name="withParents">Whether keys with further keys are removed as a whole; otherwise only those with a value are.</param>
    public BareFleet(string text, bool withParents)
    {
        _withParents = withParents;
        _yaml.Load(new StringReader(text));
        Strip(_yaml.Documents[0].RootNode, string.Empty, isNamed: false);
        Fleet = Parse()!;
    }

    /// <summary>The fleet.</summary>
    public FleetSpec Fleet { get; }

    /// <summary>Paths of the removed keys: <c>clusters.blue.tags</c>.</summary>
    public IReadOnlyList<string> Removed => _removed;

    private void Strip(YamlNode node, string path, bool isNamed)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var (index, element) in list.Children.Index())
            {
                Strip(element, $"{path}[{index}]", isNamed: false);
            }
        }

        if (node is YamlMappingNode map)
        {
            foreach (var (key, value) in map.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value)).ToArray())
            {
                var child = path.Length == 0 ? key : $"{path}.{key}";
                var stays = isNamed || s_named.Contains(key) || s_owning.Contains(key);
                if (!s_identity.Contains(key) && (stays || !CanGo(value) || !IsRemoved(map, key, child)))
                {
                    Strip(value, child, !isNamed && s_named.Contains(key) && value is YamlMappingNode);
                }
            }
        }
    }

    private bool CanGo(YamlNode value) =>
        _withParents
            ? !value.AllNodes.OfType<YamlMappingNode>().SelectMany(map => map.Children.Keys).Any(key => s_identity.Contains(((YamlScalarNode)key).Value))
            : !value.AllNodes.Any(node => node is YamlMappingNode);

    /// <summary>Removes a key, unless the fleet cannot be without it.</summary>
    private bool IsRemoved(YamlMappingNode map, string key, string path)
    {
        var before = map.Children.ToArray();
        map.Children.Remove(new YamlScalarNode(key));
        if (Parse() is not null)
        {
            _removed.Add(path);
            return true;
        }

        map.Children.Clear();
        foreach (var (name, value) in before)
        {
            map.Children.Add(name, value);
        }

        return false;
    }

    private FleetSpec? Parse()
    {
        using var text = new StringWriter();
        _yaml.Save(text, assignAnchors: false);
        try
        {
            return FleetFile.Parse(text.ToString());
        }
        catch (FleetException)
        {
            return null;
        }
    }
}
