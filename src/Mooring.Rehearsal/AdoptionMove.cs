using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// Moves what is adopted from the account that it was made on to the one that it is to be on. What it refers to has another id
/// there, and so has the adopted thing itself.
/// </summary>
/// <param name="from">The account that it was made on.</param>
/// <param name="to">The account that it is to be on.</param>
/// <param name="region">The region of both.</param>
internal sealed class AdoptionMove(PretendedAccount from, PretendedAccount to, string region)
{
    private readonly ExistingResources _there = new(to, region);

    /// <summary>Moves it.</summary>
    /// <param name="adopted">The id that each thing was made with, and the one that it is adopted by.</param>
    /// <returns>Ids of what was there already under another id, and the one that it has now.</returns>
    public IReadOnlyList<(string Id, string NewId)> Run(IReadOnlyDictionary<string, string> adopted)
    {
        var renamed = new List<(string Id, string NewId)>();

        // What refers to something was made after it; by then what it refers to has the id that it has there.
        for (var index = 0; index < from.Objects.Count; index++)
        {
            var made = from.Objects[index];
            var same = _there.Find(made.Type, made.Value)?["id"].Text;
            if (adopted.TryGetValue(made.Id, out var id))
            {
                from.Rename(made.Id, id);
                renamed.AddRange(same is null || same == id ? [] : [(same, id)]);
                Adopt(from.Objects[index], same, id);
            }
            else if (same is not null)
            {
                from.Rename(made.Id, same);
            }
        }

        return renamed;
    }

    /// <summary>What AWS would take for the same is what is adopted: it only had an id that was made up.</summary>
    private void Adopt(RemoteObject made, string? same, string id)
    {
        if (same is not null)
        {
            to.Rename(same, id);
        }
        else if (to.Objects.All(each => each.Id != id))
        {
            to.Put(made);
        }
    }
}
