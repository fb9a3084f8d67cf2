namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>A token of a template.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text, as it is written.</param>
/// <param name="Position">Where it begins in the template.</param>
internal sealed record Token(TokenKind Kind, string Text, int Position);
