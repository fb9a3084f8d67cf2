using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Synthesis;

/// <summary>The fleet files of a run, each with the record of its rules' priorities, as they were when the run began.</summary>
internal sealed class FleetInputs
{
    private readonly FleetInput[] _inputs;

    /// <summary>Takes the texts of fleet files and of their records.</summary>
    /// <exception cref="FleetException">One of them cannot be read; all that cannot are reported.</exception>
    public FleetInputs(IReadOnlyList<string> paths, SynthesisOptions options)
    {
        var warned = new HashSet<string>(StringComparer.Ordinal);
        var once = options with
        {
            Warnings = options.Warnings with
            {
                // Fleets that extend one file have its warnings in common.
                OnWarning = warning =>
                {
                    if (warned.Add($"{warning}"))
                    {
                        options.Warnings.OnWarning?.Invoke(warning);
                    }
                },
            },
        };
        _inputs = All(paths, path => new FleetInput(path, once));
    }

    /// <summary>The texts, with those of the files that each fleet file extended when it was last read.</summary>
    /// <param name="extended">Paths of these files for each fleet file.</param>
    /// <returns>The texts; <see langword="null"/> where these are other fleet files than those that were read.</returns>
    public string? TextsWith(IReadOnlyList<IReadOnlyList<string>> extended) =>
        extended.Count == _inputs.Length ? Joined(_inputs.Zip(extended, (input, files) => input.TextsWith(files))) : null;

    /// <summary>Reads and checks the fleets.</summary>
    /// <exception cref="FleetException">They have faults, or cannot be synthesized together; all are reported, those of a common file once.</exception>
    public ReadFleets Read()
    {
        var fleets = All(_inputs, input => input.Read());
        var faults = FleetFile.CheckTogether([.. fleets.Select(fleet => (fleet.File, fleet.Fleet))]);
        return faults.Count == 0
            ? new ReadFleets(fleets)
            {
                TextsBefore = Joined(fleets.Select(fleet => fleet.TextsBefore)),
                TextsAfter = fleets.All(fleet => fleet.TextsAfter is not null) ? Joined(fleets.Select(fleet => fleet.TextsAfter!)) : null,
            }
            : throw new FleetException(faults);
    }

    private static string Joined(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"{text.Length}:{text}"));

    private static TResult[] All<T, TResult>(IReadOnlyList<T> all, Func<T, TResult> read)
    {
        var (results, faults) = (new List<TResult>(), new List<Fault>());
        foreach (var each in all)
        {
            try
            {
                results.Add(read(each));
            }
            catch (FleetException exception)
            {
                faults.AddRange(exception.Faults);
            }
        }

        return faults.Count == 0 ? [.. results] : throw new FleetException([.. faults.Distinct()]);
    }
}
