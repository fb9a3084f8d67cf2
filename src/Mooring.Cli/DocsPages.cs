using System.Text.RegularExpressions;

namespace Mooring.Cli;

/// <summary>
/// Pages of the documentation in messages. In this repository a message names them from its root; the .NET tool has them beside its program, and its user
/// has no repository.
/// </summary>
internal static partial class DocsPages
{
    /// <summary>Puts the folder in front of each page that is there: <c>docs/steps.md#order</c> becomes <c>/…/docs/steps.md#order</c>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="folder">The folder that <c>docs</c> may be in.</param>
    public static string Locate(string message, string folder) =>
        Page().Replace(message, page => Path.Combine(folder, page.Value) is var path && File.Exists(path) ? path : page.Value);

    [GeneratedRegex(@"(?<![\w/.-])docs/[\w/-]+\.md")]
    private static partial Regex Page();
}
