namespace Mooring.Benchmarks.Contenders;

/// <summary>What contenders are called for people.</summary>
internal static class ContenderNames
{
    /// <summary>The name of a contender.</summary>
    public static string Name(this Contender contender) =>
        contender switch
        {
            Contender.Cold => "Mooring, cold",
            Contender.OneChanged => "Mooring, one cluster changed",
            Contender.Unchanged => "Mooring, nothing changed",
            Contender.TypeScript => "TypeScript, whole packages",
            Contender.TypeScriptLazy => "TypeScript, lazy",
            Contender.Write => "floor: write the bytes",
            Contender.Read => "floor: read and hash the bytes",
            _ => throw new ArgumentOutOfRangeException(nameof(contender)),
        };
}
