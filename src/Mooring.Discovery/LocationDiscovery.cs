using System.Text.Json;
using Mooring.Aws;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery;

/// <summary>Reads a region of an account.</summary>
/// <param name="request">What is discovered.</param>
/// <param name="location">The region and account.</param>
/// <param name="notes">What is noted.</param>
/// <param name="showStatus">Called with what is read next.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class LocationDiscovery(
    DiscoveryRequest request,
    LocationRequest location,
    Notes notes,
    Action<string> showStatus,
    CancellationToken cancellation
)
{
    private readonly AwsCli _aws = new(location.Region, location.Profile);
    private readonly string _where = request.Locations.Count == 1 ? string.Empty : $" in {location.Words}";
    private IReadOnlyList<JsonElement> _balancers = [];

    /// <summary>Names of its load balancers.</summary>
    public IEnumerable<string> LoadBalancers => _balancers.Select(NameOf);

    /// <summary>Names of its clusters; <see langword="null"/> where they could not be read.</summary>
    public IReadOnlyList<string>? Clusters { get; private set; }

    private Questions Questions => new(_aws, notes, cancellation) { Where = _where };

    /// <summary>Reads what there is.</summary>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    public async Task ListAsync()
    {
        showStatus($"reading load balancers{_where}");
        _balancers = [.. (await new LoadBalancerReader(Questions).AllAsync()).Where(balancer => balancer.Text("Type") is "application")];
        showStatus($"reading clusters{_where}");
        Clusters = await new ClusterReader(Questions).NamesAsync();
    }

    /// <summary>Reads everything that belongs to the fleet.</summary>
    /// <returns>A location for each VPC.</returns>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    /// <exception cref="DiscoveryException">There is nothing at all.</exception>
    public async Task<IReadOnlyList<LocationAnswer>> ReadAsync()
    {
        var clusters = await new ClusterReader(Questions).ReadAsync(WantedClusters);
        var vpcs = DiscoveredVpcs.Of(request, location, _balancers, clusters);
        var here = _balancers.Where(balancer => vpcs.Contains(balancer.Text("VpcId"))).ToArray();
        NoteElsewhere("load balancer", _balancers.Except(here).Select(NameOf), vpcs);
        NoteElsewhere("cluster", clusters.Where(cluster => !vpcs.Contains(cluster.Vpc)).Select(cluster => cluster.Name), vpcs);
        var reader = new LoadBalancerReader(Questions);
        var adopted = await ReadEachAsync(here.Where(IsNamed), reader.ReadAsync);
        var existing = await ReadEachAsync(here.Where(balancer => !IsNamed(balancer)), reader.LookUpAsync);
        var role = await ProfileRoleAsync();
        return
        [
            .. vpcs.Select(vpc => new LocationAnswer(location, vpc)
            {
                Adopted = [.. adopted.Where(balancer => balancer.Vpc == vpc)],
                Existing = [.. existing.Where(balancer => balancer.Vpc == vpc)],
                Clusters = [.. clusters.Where(cluster => cluster.Vpc == vpc)],
                ProfileRole = role,
            }),
        ];
    }

    private IReadOnlyList<string> WantedClusters =>
        request.Clusters.Count == 0 ? Clusters ?? []
        : Clusters is null ? request.Clusters
        : [.. request.Clusters.Intersect(Clusters)];

    /// <summary>Terraform works in the first account with the credentials that it has.</summary>
    private async Task<string?> ProfileRoleAsync() =>
        location.Profile is not null && location.Profile != request.Locations[0].Profile ? await _aws.SettingAsync("role_arn", cancellation) : null;

    private async Task<IReadOnlyList<LoadBalancerAnswer>> ReadEachAsync(
        IEnumerable<JsonElement> balancers,
        Func<JsonElement, Task<LoadBalancerAnswer>> readAsync
    )
    {
        List<LoadBalancerAnswer> read = [];
        foreach (var balancer in balancers.OrderBy(NameOf, StringComparer.Ordinal))
        {
            showStatus($"reading load balancer {NameOf(balancer)}{_where}");
            read.Add(await readAsync(balancer));
        }

        return read;
    }

    private void NoteElsewhere(string kind, IEnumerable<string> names, IReadOnlyList<string> vpcs)
    {
        if (names.Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } elsewhere)
        {
            notes.AddElsewhere($"{kind} {string.Join(", ", elsewhere)}{_where}: in another VPC than {string.Join(" and ", vpcs)}; --vpc adds one");
        }
    }

    private bool IsNamed(JsonElement balancer) => request.LoadBalancers.Contains(NameOf(balancer));

    private static string NameOf(JsonElement balancer) => balancer.Required("LoadBalancerName");
}
