using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Synthesis;

/// <summary>A fleet file and the record of its rules' priorities, as they were when the run began, and the files that it extends.</summary>
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

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(_path))!;

    /// <summary>The texts with those of files that the fleet file extended when it was last read: which they are follows from the texts alone.</summary>
    /// <param name="extended">Paths of these files from the folder of the fleet file.</param>
    public string TextsWith(IEnumerable<string> extended) =>
        TextsWith(_record?.Text, extended.Select(path => KeyValuePair.Create(path, TextOf(Path.Combine(Folder, path)))));

    /// <summary>
    /// Reads and checks the fleet. Who stops the run does not wait for the end of that, which takes seconds for tens of thousands of clusters.
    /// </summary>
    /// <exception cref="FleetException">A file or the record has faults.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ReadFleet Read()
    {
        var read = Task.Run(ReadToTheEnd);
        Task.WaitAny([read], _options.Cancellation);
        return read.GetAwaiter().GetResult();
    }

    private ReadFleet ReadToTheEnd()
    {
        var (warned, files) = (false, new ExtendedFiles());
        var reader = new FleetReader(_path, _options.Warnings with { OnWarning = Warn }) { Record = _record, Extended = files };
        var (fleet, priorities) = reader.Read(_text);
        var next = priorities.IsEmpty && _record is null ? null : priorities.ToJson();
        var extended = files.Texts.Select(file => KeyValuePair.Create(Path.GetRelativePath(Folder, file.Key), file.Value)).ToArray();
        return new ReadFleet(_path, fleet)
        {
            Extended = [.. extended.Select(file => file.Key)],
            TextsBefore = TextsWith(_record?.Text, extended),
            // A file with warnings is not recorded, so that the next run parses it and warns again.
            TextsAfter = warned ? null : TextsWith(next, extended),
            Priorities = next == _record?.Text ? null : new(PriorityRecordFile.PathFor(_path), next!),
        };

        void Warn(FleetWarning warning)
        {
            warned = true;
            _options.Warnings.OnWarning?.Invoke(warning);
        }
    }

    private string TextsWith(string? record, IEnumerable<KeyValuePair<string, string>> extended) =>
        string.Join('\0', [_text, .. record is null ? [] : new[] { record }, .. extended.SelectMany(file => new[] { string.Empty, file.Key, file.Value })]);

    /// <summary>The text of a file; nothing where it cannot be read, which is an error when the fleet is read.</summary>
    private static string TextOf(string path)
    {
        try
        {
            return TextFile.Read(path) ?? string.Empty;
        }
        catch (FleetException)
        {
            return string.Empty;
        }
    }
}
