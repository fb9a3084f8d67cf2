namespace Mooring;

/// <summary>How the user starts this program from a shell, for messages and files that name a command to run.</summary>
internal sealed class ProgramCommand
{
    private readonly string _alone;

    private ProgramCommand(string alone, string beforeArguments) => (_alone, BeforeArguments) = (alone, beforeArguments);

    /// <summary>The project of this repository: <c>dotnet run -- page</c>.</summary>
    public static ProgramCommand DotnetRun { get; } = new("dotnet run", "dotnet run --");

    /// <summary>An installed .NET tool: <c>mooring page</c>.</summary>
    /// <param name="name">Name of its command.</param>
    public static ProgramCommand Tool(string name) => new(name, name);

    /// <summary>What stands before the arguments.</summary>
    public string BeforeArguments { get; }

    /// <summary>The command with arguments; an empty one is left out.</summary>
    public string With(params string[] arguments) =>
        arguments.Where(argument => argument.Length > 0).ToArray() is { Length: > 0 } given ? $"{BeforeArguments} {string.Join(' ', given)}" : _alone;
}
