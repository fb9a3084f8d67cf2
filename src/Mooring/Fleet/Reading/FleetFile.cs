using Mooring.Fleet.Checks;
using Mooring.Fleet.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Fleet.Reading;

/// <summary>Reads fleet files.</summary>
public static class FleetFile
{
    /// <summary>Reads and checks a fleet file.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults; all of them are reported.</exception>
    public static FleetSpec Read(string path) => Read(path, new WarningOptions());

    /// <summary>Reads and checks a fleet file.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults; all of them are reported.</exception>
    public static FleetSpec Read(string path, WarningOptions warnings) => Parse(ReadText(path), path, warnings);

    /// <summary>Reads and checks a fleet file, also against the fleet that is deployed.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">
    /// The file is not there, cannot be read, or has faults; or a living cluster would refuse the change or lose targets by it.
    /// </exception>
    public static FleetSpec ReadChange(string path, FleetSpec deployed, WarningOptions warnings) => Parse(ReadText(path), path, warnings, deployed);

    /// <summary>Reads the text of a fleet file, as it is.</summary>
    /// <param name="path">Path of the file; the fault names it as it is given here.</param>
    /// <exception cref="FleetException">The file is not there or cannot be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FleetException([new Fault(path, 0, 0, string.Empty, "there is no such file: name a fleet file, or run where 'fleet.yaml' is")]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FleetException([new Fault(path, 0, 0, string.Empty, $"cannot be read: {exception.Message}")]);
        }
    }

    /// <summary>Reads and checks the text of a fleet file.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="FleetException">The text has faults; all of them are reported.</exception>
    public static FleetSpec Parse(string text, string name = "fleet.yaml") => Parse(text, name, new WarningOptions());

    /// <summary>Reads and checks the text of a fleet file.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="name">What faults call the file.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">The text has faults; all of them are reported.</exception>
    public static FleetSpec Parse(string text, string name, WarningOptions warnings) => Parse(text, name, warnings, deployed: null);

    private static FleetSpec Parse(string text, string name, WarningOptions warnings, FleetSpec? deployed)
    {
        var faults = new FaultCollector(name);
        var fleet = Root(text, faults) is { } root ? (FleetSpec)new YamlBinder(faults).Bind(root, typeof(FleetSpec), string.Empty) : null;
        if (fleet is not null)
        {
            FleetChecks.Check(fleet, new FaultScope(faults));
            if (deployed is not null && faults.Faults.Count == 0)
            {
                new FleetChangeChecks(fleet, deployed, new FaultScope(faults)).Check();
            }
        }

        if (faults.Faults is { Count: > 0 } found)
        {
            throw new FleetException(found);
        }

        WarningChecks.Check(fleet!, new FaultScope(faults));
        FleetWarning[] shown = [.. faults.Warnings.Where(warning => !fleet!.SuppressWarnings.ContainsKey(warning.Code))];
        if (warnings.AreErrors && shown is { Length: > 0 } strict)
        {
            throw new FleetException([.. strict.Select(warning => warning.Place with { Message = $"{warning.Place.Message} ({warning.Code})" })]);
        }

        foreach (var warning in shown)
        {
            warnings.OnWarning?.Invoke(warning);
        }

        return fleet!;
    }

    /// <summary>Reads and checks the text of a fleet file, also against the fleet that is deployed.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="FleetException">The text has faults, or a living cluster would refuse the change or lose targets by it.</exception>
    public static FleetSpec ParseChange(string text, FleetSpec deployed, string name = "fleet.yaml") => Parse(text, name, new WarningOptions(), deployed);

    private static YamlNode? Root(string text, FaultCollector faults)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (AnchorNotFoundException exception)
        {
            // YamlDotNet looks for anchors when it has read everything, and no longer knows where the alias was.
            faults.AddWithoutPlace($"is not valid YAML: {exception.Message}");
            return null;
        }
        catch (YamlException exception)
        {
            var place = exception.Start.Index > 0 ? exception.Start : parser.Current?.End ?? exception.Start;
            faults.Add(place, string.Empty, $"is not valid YAML: {exception.Message}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws this, without a word, for a flow mapping that is never closed.
            faults.Add(parser.Current?.End ?? Mark.Empty, string.Empty, "is not valid YAML: near this place, a '{' or a '[' is not closed");
            return null;
        }

        if (stream.Documents.Count == 1)
        {
            return stream.Documents[0].RootNode;
        }

        faults.Add(string.Empty, $"must hold one YAML document, got {stream.Documents.Count}");
        return null;
    }
}
