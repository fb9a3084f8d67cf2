using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Declaration;

/// <summary>Collects what is declared, and the comments for it.</summary>
/// <param name="notes">What is noted.</param>
/// <param name="leftOut">What the checks of fleet files do not accept, by its ARN, with the reason. It is left out.</param>
internal sealed class Declared(Notes notes, IReadOnlyDictionary<string, string> leftOut)
{
    private readonly List<DeclaredPart> _parts = [];
    private readonly List<(string Path, string Text)> _comments = [];

    /// <summary>The parts.</summary>
    public IReadOnlyList<DeclaredPart> Parts => _parts;

    /// <summary>The comments, each above the line of a path.</summary>
    public IReadOnlyList<(string Path, string Text)> Comments => _comments;

    /// <summary>Adds a part.</summary>
    public void Add(string path, string id, string words) => _parts.Add(new(path, id, words));

    /// <summary>Adds a comment to a part.</summary>
    public void Comment(string path, string text) => _comments.Add((path, text));

    /// <summary>Notes what is there and the file does not say, as a comment where it would be, and for the user.</summary>
    /// <param name="path">The part that it belongs to.</param>
    /// <param name="text">What it is.</param>
    public void Unsayable(string path, string text)
    {
        Comment(path, $"not in this file: {text}");
        notes.AddUnsayable(text);
    }

    /// <summary>Whether a part is left out, which is noted.</summary>
    /// <param name="path">The part that it would belong to.</param>
    /// <param name="id">Its ARN.</param>
    /// <param name="words">What it is called.</param>
    /// <param name="obstacle">Why the file cannot say it; <see langword="null"/> where it can.</param>
    public bool IsLeftOut(string path, string id, string words, string? obstacle)
    {
        if ((obstacle ?? leftOut.GetValueOrDefault(id)) is not { } reason)
        {
            return false;
        }

        Unsayable(path, $"{words}, which stays as it is: {reason}");
        return true;
    }
}
