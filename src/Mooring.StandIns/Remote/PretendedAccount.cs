using System.Security.Cryptography;
using System.Text;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Remote;

/// <summary>
/// A simulated AWS account with its clusters, in memory. It outlives the runs of Terraform, so that a stack finds the resources of another one.
/// </summary>
/// <param name="accountId">Id of the account, twelve digits.</param>
public sealed class PretendedAccount(string accountId)
{
    private readonly Lock _lock = new();
    private readonly List<RemoteObject> _objects = [];
    private readonly Dictionary<string, int> _created = [];
    private readonly List<(Func<ProviderCall, bool> When, Failure Failure)> _failures = [];

    /// <summary>Id of the account, twelve digits.</summary>
    public string AccountId { get; } = accountId;

    /// <summary>The region of the objects that are in no other one, which have the empty scope.</summary>
    /// <value>Defaults to none: regions are not distinguished.</value>
    public string? Region { get; set; }

    /// <summary>ARNs of the roles that let Terraform in, in this account and in others, which are simulated with it.</summary>
    public ISet<string> AssumableRoles { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Names of namespaces that no cluster has. All others exist.</summary>
    public ISet<string> MissingNamespaces { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>URLs of hosts that pass TLS on to the API servers of clusters, beside the clusters' endpoints.</summary>
    public ISet<string> ApiServerHosts { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>URLs of the proxies that there are.</summary>
    public ISet<string> Proxies { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Names of TargetGroupBindings that are being deleted and wait for their controller, in any cluster.</summary>
    public ISet<string> TerminatingBindings { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Services that no cluster has: <c>web/shop</c>, or <c>web/shop:80</c> for one that exists without that port. All others exist, with every port,
    /// as type NodePort.
    /// </summary>
    public ISet<string> MissingServices { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Services of type ClusterIP: <c>web/shop</c>.</summary>
    public ISet<string> ClusterIpServices { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The port that pods listen on, by Service and port: <c>web/shop:80</c>. Others listen on the port of their Service.</summary>
    public IDictionary<string, int> PodPorts { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Names of clusters whose controller is not ready, such as one that is OOM-killed at each start.</summary>
    public ISet<string> UnreadyControllers { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Ids of subnets with a route to an internet gateway. All others are private.</summary>
    public ISet<string> PublicSubnets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Quota "Inbound or outbound rules per security group".</summary>
    /// <value>Defaults to 60, AWS's default.</value>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups"/>
    public int SecurityGroupRules { get; set; } = 60;

    /// <summary>Maximum number of entries of every prefix list. A rule that refers to one counts as so many.</summary>
    /// <value>Defaults to 55, that of CloudFront's.</value>
    /// <seealso href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html"/>
    public int PrefixListEntries { get; set; } = 55;

    /// <summary>The error of every connection to a cluster, such as an expired token or an endpoint that cannot be reached.</summary>
    /// <value>Defaults to none: clusters can be reached.</value>
    public string? ClusterError { get; set; }

    /// <summary>Called after each change that Terraform made, one change after the other, before the next one is made.</summary>
    /// <value>Defaults to nothing.</value>
    public Action<ProviderCall>? OnChange { get; set; }

    /// <summary>The log of Terraform's calls.</summary>
    public CallLog Log { get; } = new();

    /// <summary>The clusters' TargetGroupBindings and controllers.</summary>
    internal ClusterStates Clusters { get; } = new();

    /// <summary>The lock of a check and its change.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Whether an account is simulated: this one, or one in which a role lets Terraform in.</summary>
    internal bool Simulates(string accountId) => accountId == AccountId || AssumableRoles.Any(role => AccountOf(role) == accountId);

    /// <summary>The account in an ARN.</summary>
    internal static string AccountOf(string arn) => arn.Split(':') is [_, _, _, _, var account, ..] ? account : string.Empty;

    /// <summary>Everything that exists.</summary>
    public IReadOnlyList<RemoteObject> Objects
    {
        get
        {
            lock (_lock)
            {
                return [.. _objects];
            }
        }
    }

    /// <summary>The objects of a type.</summary>
    public IEnumerable<RemoteObject> Of(string type) => Objects.Where(each => each.Type == type);

    /// <summary>Makes the next call that matches a condition fail.</summary>
    public void FailNext(Func<ProviderCall, bool> when, Failure failure)
    {
        lock (_lock)
        {
            _failures.Add((when, failure));
        }
    }

    /// <summary>
    /// Replaces an id everywhere, also as part of other ids and in attributes: for a resource that Terraform created here, and that has the other
    /// id in reality.
    /// </summary>
    public void Rename(string id, string newId)
    {
        lock (_lock)
        {
            for (var index = 0; index < _objects.Count; index++)
            {
                _objects[index] = _objects[index] with { Value = (ObjectValue)Rename(_objects[index].Value, id, newId) };
            }

            Clusters.Rename(id, newId);
        }
    }

    /// <summary>Removes the objects that match a condition, as outside of Terraform.</summary>
    public void Remove(Func<RemoteObject, bool> which)
    {
        lock (_lock)
        {
            _objects.RemoveAll(each => which(each));
        }
    }

    /// <summary>Adds an object, or replaces the one with the same id.</summary>
    public void Put(RemoteObject added)
    {
        lock (_lock)
        {
            _objects.RemoveAll(each => IsSame(each, added));
            _objects.Add(added);
        }
    }

    /// <summary>
    /// Digits of a generated id. They depend on the object's name and on the number of earlier objects of that name, so that two rehearsals of a
    /// fleet are equal.
    /// </summary>
    internal string MadeUp(int digits, params string?[] name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{AccountId}/{string.Join('/', name)}")))[..digits];

    /// <summary>Number of the next object of a name: 1 for the first.</summary>
    internal int CountCreated(params string?[] name)
    {
        lock (_lock)
        {
            var key = string.Join('/', name);
            return _created[key] = _created.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>How a call fails; <see langword="null"/> for one that does not. Each failure happens once.</summary>
    internal Failure? TakeFailure(ProviderCall call)
    {
        lock (_lock)
        {
            var index = _failures.FindIndex(each => each.When(call));
            if (index < 0)
            {
                return null;
            }

            var failure = _failures[index].Failure;
            _failures.RemoveAt(index);
            return failure;
        }
    }

    private static bool IsSame(RemoteObject one, RemoteObject other) => one.Type == other.Type && one.Scope == other.Scope && one.Id == other.Id;

    private static Value Rename(Value value, string id, string newId) =>
        value switch
        {
            StringValue text => text.Value.Replace(id, newId, StringComparison.Ordinal),
            ListValue list => Value.List(list.Values.Select(element => Rename(element, id, newId))),
            ObjectValue @object => Value.Object(@object.Members.Select(member => KeyValuePair.Create(member.Key, Rename(member.Value, id, newId)))),
            _ => value,
        };
}
