using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests;

/// <summary>The small fleet on a simulated account for each test.</summary>
public abstract class SmallFleetSession : IAsyncLifetime
{
    /// <summary>The stack of its load balancer.</summary>
    protected const string LoadBalancer = "load-balancer-public";

    /// <summary>The forward of its listener, to replace.</summary>
    protected const string ForwardToBlue = "              - cluster: blue\n                weight: 1\n";

    private protected RehearsalSession Session { get; private set; } = null!;

    public async Task InitializeAsync() => Session = await RehearsalSession.StartAsync(Fleet());

    public async Task DisposeAsync() => await Session.DisposeAsync();

    /// <summary>The TargetGroupBindings in the values of the installed release.</summary>
    private protected IEnumerable<YamlMappingNode> InstalledBindings()
    {
        var values = Session.Account.Of("helm_release").Single(release => release.Value["name"].Text == "targetgroupbindings").Value["values"];
        var yaml = new YamlStream();
        yaml.Load(new StringReader(values.Elements.Single().Text!));
        return ((YamlSequenceNode)yaml.Documents.Single().RootNode["bindings"]).Cast<YamlMappingNode>();
    }

    /// <summary>The small fleet with each of the first texts replaced by the second.</summary>
    private protected static FleetSpec Fleet(params (string Old, string New)[] replacements) => FleetWith(string.Empty, replacements);

    /// <summary>The small fleet with a text added at its end.</summary>
    private protected static FleetSpec FleetWith(string more, params (string Old, string New)[] replacements) =>
        FleetFile.Parse(
            replacements.Aggregate(
                SmallFleet.Text,
                (text, pair) =>
                    text.Contains(pair.Old, StringComparison.Ordinal)
                        ? text.Replace(pair.Old, pair.New, StringComparison.Ordinal)
                        : throw new ArgumentException($"the small fleet has no '{pair.Old}'", nameof(replacements))
            ) + more
        );
}
