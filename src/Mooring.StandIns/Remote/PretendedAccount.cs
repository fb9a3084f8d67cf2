using System.Security.Cryptography;
using System.Text;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Remote;

/// <summary>
/// An AWS account, with the clusters in it, that exists in memory only. It outlives the runs of Terraform, so that a stack finds
/// what another one made.
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

    /// <summary>What Terraform asked for.</summary>
    public CallLog Log { get; } = new();

    /// <summary>Held while something is checked and done.</summary>
    internal Lock Gate { get; } = new();

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

    /// <summary>Lets the next call fail that a condition holds for.</summary>
    public void FailNext(Func<ProviderCall, bool> when, Failure failure)
    {
        lock (_lock)
        {
            _failures.Add((when, failure));
        }
    }

    /// <summary>
    /// Replaces an id wherever it stands, as part of another id or in any attribute: for something that Terraform made here,
    /// and that is known under the other id outside.
    /// </summary>
    public void Rename(string id, string newId)
    {
        lock (_lock)
        {
            for (var index = 0; index < _objects.Count; index++)
            {
                _objects[index] = _objects[index] with { Value = (ObjectValue)Rename(_objects[index].Value, id, newId) };
            }
        }
    }

    /// <summary>Removes what a condition holds for, as somebody does who does not use Terraform.</summary>
    public void Remove(Func<RemoteObject, bool> which)
    {
        lock (_lock)
        {
            _objects.RemoveAll(each => which(each));
        }
    }

    /// <summary>Adds an object, or puts another one with the same id in its place.</summary>
    public void Put(RemoteObject added)
    {
        lock (_lock)
        {
            _objects.RemoveAll(each => IsSame(each, added));
            _objects.Add(added);
        }
    }

    /// <summary>
    /// Digits of an id that AWS makes up. They depend on what the object is called and on how many of that name there were
    /// before, so that two rehearsals of one fleet are the same.
    /// </summary>
    internal string MadeUp(int digits, params string?[] name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{AccountId}/{string.Join('/', name)}")))[..digits];

    /// <summary>Which one of a name is about to be created: 1 for the first.</summary>
    internal int CountCreated(params string?[] name)
    {
        lock (_lock)
        {
            var key = string.Join('/', name);
            return _created[key] = _created.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>How a call is to fail; <see langword="null"/> for one that is not. Each failure happens once.</summary>
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
