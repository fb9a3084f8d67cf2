using System.CommandLine;
using System.Text.Json;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Floor;

/// <summary>The commands that the benchmark starts itself with: the floors need processes of their own, as fresh as those of the contenders.</summary>
internal static class FloorCommand
{
    private const string Name = "floor";
    private const string WriteName = "write";
    private const string ReadName = "read";

    /// <summary>Makes them.</summary>
    public static Command Create()
    {
        var source = new Argument<string>("source");
        var target = new Argument<string>("target");
        var write = new Command(WriteName) { source, target };
        write.SetAction(arguments =>
            Console.Out.WriteLine(JsonSerializer.Serialize(WriteFloor.Run(arguments.GetRequiredValue(source), arguments.GetRequiredValue(target))))
        );
        var read = new Command(ReadName) { source };
        read.SetAction(arguments => Console.Out.WriteLine(ReadFloor.Run(arguments.GetRequiredValue(source))));
        var floor = new Command(Name) { write, read };
        floor.Hidden = true;
        return floor;
    }

    /// <summary>Writes what is in a directory to another.</summary>
    public static Invocation Write(string source, string target) => new("dotnet", typeof(FloorCommand).Assembly.Location, Name, WriteName, source, target);

    /// <summary>Reads what is in a directory.</summary>
    public static Invocation Read(string source) => new("dotnet", typeof(FloorCommand).Assembly.Location, Name, ReadName, source);
}
