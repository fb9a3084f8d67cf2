namespace Mooring.Shift;

/// <summary>The course of a shift: where it began, what was good last, and what is ahead.</summary>
/// <param name="Beginning">The weights before the first step.</param>
/// <param name="LastGood">The last good weights.</param>
/// <param name="Ahead">The weights of the steps that are ahead.</param>
/// <param name="IsResumed">Whether an interrupted shift is gone on with.</param>
internal sealed record ShiftCourse(IReadOnlyList<int> Beginning, IReadOnlyList<int> LastGood, IReadOnlyList<IReadOnlyList<int>> Ahead, bool IsResumed)
{
    /// <summary>Plans the course.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="index">The target group that is meant.</param>
    /// <param name="now">The weights in the fleet file.</param>
    /// <param name="journal">What an interrupted shift has left; <see langword="null"/> for nothing.</param>
    /// <exception cref="ShiftException">The steps do not lead to the weight, or another shift is under way.</exception>
    public static ShiftCourse Of(ShiftRequest request, int index, IReadOnlyList<int> now, ShiftJournal? journal)
    {
        if (journal is not null)
        {
            RequireFitting(journal, request, now);
        }

        var beginning = journal is not null && journal.TargetGroup == request.TargetGroup ? journal.Beginning : now;
        IReadOnlyList<int>[] steps =
        [
            .. WeightSteps.Ahead(now[index], request.Weight, request.Steps).Select(weight => WeightSteps.With(beginning, index, weight)),
        ];
        // A step that was interrupted may not be applied, and was not healthy for the whole pause.
        var isInStep = journal is not null && ((journal.Weight == request.Weight && !now.SequenceEqual(journal.LastGood)) || steps.Length == 0);
        return new(beginning, journal?.LastGood ?? now, isInStep ? [now, .. steps] : steps, journal is not null);
    }

    private static void RequireFitting(ShiftJournal journal, ShiftRequest request, IReadOnlyList<int> now)
    {
        var path = ShiftJournal.PathFor(request.FleetFile);
        if (journal.Action != request.Address)
        {
            throw new ShiftException(
                $"a shift of {journal.Action} to {journal.TargetGroup}={journal.Weight} is under way or was interrupted, as {path} says: "
                    + $"bring it to its end first, got {request.Address}"
            );
        }

        if (journal.LastGood.Count != now.Count || journal.LastGood.Sum() != now.Sum())
        {
            throw new ShiftException(
                $"{path} is of an interrupted shift, whose last good weights {string.Join(", ", journal.LastGood)} do not fit the weights in the fleet file, "
                    + $"{string.Join(", ", now)}: put the file right, apply it, and delete {path}"
            );
        }
    }
}
