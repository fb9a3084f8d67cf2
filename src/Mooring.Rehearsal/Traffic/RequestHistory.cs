using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>What a kind of request was answered in each moment of a change.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answers">The answers, in the order of the moments.</param>
internal sealed record RequestHistory(Request Request, IReadOnlyList<Answer> Answers)
{
    /// <summary>The answer before the change.</summary>
    public Answer First => Answers[0];

    /// <summary>The answer afterwards.</summary>
    public Answer Last => Answers[^1];

    /// <summary>The share that must be served at every moment: what was served before, unless the fleet no longer serves it.</summary>
    public double Owed => Last.IsMeantToServe ? First.Served : 0;

    /// <summary>Index of the first of the worst moments.</summary>
    public int Worst => Answers.Index().MinBy(answer => answer.Item.Served).Index;

    /// <summary>The share that is lost in the worst moment, between 0 and 1.</summary>
    public double Lost => Math.Max(0, Owed - Answers[Worst].Served);

    /// <summary>Where a listener gets another port, requests may come to the old one or the new one, and one of them must answer.</summary>
    /// <param name="kinds">All kinds of requests.</param>
    public static IEnumerable<RequestHistory> AcrossPorts(IEnumerable<RequestHistory> kinds) =>
        kinds
            .GroupBy(kind => kind.Request with { Port = 0 })
            .Where(same => same.Any(kind => !kind.First.IsMeantToServe && kind.Last.IsMeantToServe))
            .SelectMany(same =>
                same.Where(kind => kind.First.IsMeantToServe && !kind.Last.IsMeantToServe)
                    .Select(old =>
                        old with
                        {
                            Answers = [.. old.Answers.Select((_, at) => same.Select(kind => kind.Answers[at]).MaxBy(answer => answer.Served)!)],
                        }
                    )
            );

    /// <summary>The first moment with a loss, and the one after which there is none; <see langword="null"/> where it lasts.</summary>
    public (int From, int? Until) Interval()
    {
        bool IsLoss(int index) => Answers[index].Served < Owed;
        var last = Enumerable.Range(0, Answers.Count).Last(IsLoss);
        return (Enumerable.Range(0, Answers.Count).First(IsLoss), last + 1 < Answers.Count ? last + 1 : null);
    }
}
