namespace Mooring.Benchmarks.Contenders;

/// <summary>What is measured.</summary>
internal enum Contender
{
    /// <summary>Mooring, into an empty directory, with the native engine.</summary>
    Cold,

    /// <summary>The same, with CDKTF in Node.js.</summary>
    ColdNode,

    /// <summary>Mooring, after one cluster was changed.</summary>
    OneChanged,

    /// <summary>Mooring, after nothing was changed.</summary>
    Unchanged,

    /// <summary>The peer, importing the provider packages whole.</summary>
    TypeScript,

    /// <summary>The peer, importing single submodules.</summary>
    TypeScriptLazy,

    /// <summary>The least that writing the output can take.</summary>
    Write,

    /// <summary>The least that looking whether the output is still what it was can take.</summary>
    Read,
}
