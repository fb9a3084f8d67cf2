using Mooring.StandIns;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// Moves adopted resources from the account in which they were created to that of the rehearsal. There they and the resources that they refer to
/// have other ids.
/// </summary>
/// <param name="from">The account in which they were created.</param>
/// <param name="to">The account of the rehearsal.</param>
internal sealed class AdoptionMove(PretendedAccount from, PretendedAccount to)
{
    /// <summary>Moves it.</summary>
    /// <param name="adopted">The id that each resource was created with, and the one that it is adopted by.</param>
    /// <returns>Ids of resources that existed under another id, and their ids now.</returns>
    public IReadOnlyList<(string Id, string NewId)> Run(IReadOnlyDictionary<string, string> adopted)
    {
        var renamed = new List<(string Id, string NewId)>();

        // A resource was created after those that it refers to, which already have their new ids.
        for (var index = 0; index < from.Objects.Count; index++)
        {
            var made = from.Objects[index];
            var same = ExistingResources.Same(to, made)?["id"].Text;
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

    /// <summary>A resource that AWS would treat as the same is the adopted one: it only had a generated id.</summary>
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
