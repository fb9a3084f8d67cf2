namespace Mooring.Cli;

/// <summary>
/// One line that says what is being done, and goes again. A large fleet takes a minute; the line is for somebody who watches, so only a
/// terminal gets it.
/// </summary>
internal static class ProgressLine
{
    /// <summary>Shows what is being done.</summary>
    public static void Show(string stack) => Write($"\r\e[K{stack} …");

    /// <summary>Takes the line away, for what is to stay.</summary>
    public static void Clear() => Write("\r\e[K");

    private static void Write(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(text);
        }
    }
}
