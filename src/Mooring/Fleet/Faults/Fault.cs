namespace Mooring.Fleet.Faults;

/// <summary>An error in a fleet file, and its place.</summary>
/// <param name="File">Name of the file, as given.</param>
/// <param name="Line">Line, from 1; 0 when the fault is not at a place in the file.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">Keys that lead to the value, such as <c>clusters.blue.bindings[0].service.port</c>; empty for the whole file.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record Fault(string File, int Line, int Column, string Path, string Message)
{
    /// <summary>What kind of error it is: one of <see cref="ErrorCodes"/>, or the code of a warning that counts as an error.</summary>
    /// <value>Defaults to <c>E005</c>.</value>
    public string Code { get; init; } = ErrorCodes.Refused;

    /// <summary>Name of the file, as given, in printable characters.</summary>
    public string File { get; init; } = Printable.File(File);

    /// <summary>Keys that lead to the value, in printable characters.</summary>
    public string Path { get; init; } = Printable.OneLine(Path);

    /// <summary>
    /// What was expected and what was found, on one line and in printable characters: it may quote the file, and nobody but the program itself
    /// writes errors.
    /// </summary>
    public string Message { get; init; } = Printable.OneLine(Message);

    /// <summary><c>fleet.yaml(31,17): clusters.blue.bindings[0].service.port must be between 1 and 65535, got 0</c></summary>
    public override string ToString() => Listed(string.Empty);

    /// <summary>The same, with the kind of message in front of what it says.</summary>
    internal string Listed(string kind) =>
        $"{File}{(Line > 0 ? $"({Line},{Column})" : string.Empty)}: {kind}{(Path.Length > 0 ? $"{Path} " : string.Empty)}{Message}";
}
