namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>Text outside of actions.</summary>
    Text,

    /// <summary>The start of an action.</summary>
    Open,

    /// <summary>The end of an action.</summary>
    Close,

    /// <summary>White space in an action, which separates arguments.</summary>
    Space,

    /// <summary>A field: <c>.name</c>.</summary>
    Field,

    /// <summary>A variable: <c>$name</c>, or <c>$</c>.</summary>
    Variable,

    /// <summary>A function, a keyword, a bool or nil.</summary>
    Word,

    /// <summary>A quoted string.</summary>
    String,

    /// <summary>An integer.</summary>
    Number,

    /// <summary>A character or two: <c>. | ( ) , = :=</c>.</summary>
    Sign,

    /// <summary>The end of the template.</summary>
    End,
}
