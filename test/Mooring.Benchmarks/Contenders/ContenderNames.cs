namespace Mooring.Benchmarks.Contenders;

/// <summary>What contenders are called for people, and what they run in.</summary>
internal static class ContenderNames
{
    /// <summary>Whether CDKTF runs in Node.js.</summary>
    public static bool IsInNode(this Contender contender) => contender is Contender.ColdNode or Contender.TypeScript or Contender.TypeScriptLazy;

    /// <summary>The name of a contender.</summary>
    public static string Name(this Contender contender) =>
        contender switch
        {
            Contender.Cold => "Mooring, cold",
            Contender.ColdNode => "Mooring, cold, Node.js engine",
            Contender.OneChanged => "Mooring, one cluster changed",
            Contender.Unchanged => "Mooring, nothing changed",
            Contender.TypeScript => "TypeScript, whole packages",
            Contender.TypeScriptLazy => "TypeScript, lazy",
            Contender.Write => "floor: write the bytes",
            Contender.Read => "floor: read and hash the bytes",
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };
}
