using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Synthesis;

/// <summary>A fleet file and the record of its rules' priorities, as they were when the run began.</summary>
internal sealed class FleetInput
{
    private readonly string _path;
    private readonly string _text;
    private readonly PriorityRecordFile? _record;
    private readonly SynthesisOptions _options;

    /// <summary>Takes the texts of a fleet file and of its record.</summary>
    /// <exception cref="FleetException">One of them cannot be read.</exception>
    public FleetInput(string path, SynthesisOptions options) =>
        (_path, _text, _record, _options) = (path, FleetFile.ReadText(path), PriorityRecordFile.Beside(path), options);

    /// <summary>Both texts.</summary>
    public string Texts => TextsWith(_record?.Text);

    /// <summary>
    /// Reads and checks the fleet. Who stops the run does not wait for the end of that, which takes seconds for tens of thousands of clusters.
    /// </summary>
    /// <exception cref="FleetException">The file or the record has faults.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ReadFleet Read()
    {
        var read = Task.Run(ReadToTheEnd);
        Task.WaitAny([read], _options.Cancellation);
        return read.GetAwaiter().GetResult();
    }

    private ReadFleet ReadToTheEnd()
    {
        var warned = false;
        var (fleet, priorities) = new FleetReader(_path, _options.Warnings with { OnWarning = Warn }) { Record = _record }.Read(_text);
        var next = priorities.IsEmpty && _record is null ? null : priorities.ToJson();
        return new ReadFleet(
            fleet,
            // A file with warnings is not recorded, so that the next run parses it and warns again.
            warned ? null : TextsWith(next),
            next == _record?.Text ? null : new(PriorityRecordFile.PathFor(_path), next!)
        );

        void Warn(FleetWarning warning)
        {
            warned = true;
            _options.Warnings.OnWarning?.Invoke(warning);
        }
    }

    private string TextsWith(string? record) => record is null ? _text : $"{_text}\0{record}";
}
