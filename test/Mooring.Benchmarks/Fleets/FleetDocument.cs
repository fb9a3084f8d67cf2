using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Benchmarks.Fleets;

/// <summary>A fleet file, as YAML.</summary>
/// <param name="root">What the file holds.</param>
internal sealed class FleetDocument(YamlMappingNode root)
{
    /// <summary>What the file holds.</summary>
    public YamlMappingNode Root { get; } = root;

    /// <summary>How many clusters are declared.</summary>
    public int Clusters => Root.Mapping("clusters").Children.Count;

    /// <summary>Reads a fleet file.</summary>
    public static FleetDocument Read(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        FillEmpty(root);
        return new FleetDocument(root);
    }

    /// <summary>YamlDotNet writes a key with nothing behind it as an empty text; here it is a mapping with all its defaults.</summary>
    private static void FillEmpty(YamlMappingNode mapping)
    {
        foreach (var (key, value) in mapping.Children.ToArray())
        {
            if (value is YamlMappingNode below)
            {
                FillEmpty(below);
            }
            else if (value is YamlScalarNode { Value: "" or null, Style: ScalarStyle.Plain })
            {
                mapping.Children[key] = new YamlMappingNode();
            }
        }
    }

    /// <summary>The same fleet, with the next minor version of Kubernetes in the middle cluster.</summary>
    public FleetDocument WithOneClusterUpgraded()
    {
        var copy = (YamlMappingNode)Root.Copy();
        var clusters = copy.Mapping("clusters").Children;
        var cluster = clusters.ElementAt(clusters.Count / 2).Value;
        cluster.SetText("version", NextMinor(cluster.Text("version")));
        return new FleetDocument(copy);
    }

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(Root)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static string NextMinor(string version)
    {
        var parts = version.Split('.');
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{int.Parse(parts[1], CultureInfo.InvariantCulture) + 1}");
    }
}
