using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Mooring.Page.Markup;

/// <summary>The style sheet and the scripts of the page, which are in it, and the policy that lets a browser use these and nothing else.</summary>
internal static class PageAssets
{
    private static readonly string s_style = Text("page.css");

    /// <summary>The layout library with its licence, and without the address of a source map that no reader has; behind it the page's own scripts.</summary>
    private static readonly string[] s_scripts =
    [
        $"{Text("dagre.min.js.LEGAL.txt")}\n{Text("dagre.min.js").Split("\n//# sourceMappingURL=")[0]}\n",
        string.Concat(new[] { "layout.js", "drawing.js", "filter.js", "strip.js", "start.js" }.Select(Text)),
    ];

    /// <summary>The element with the style sheet.</summary>
    public static MarkupString Style { get; } = new($"<style>{s_style}</style>");

    /// <summary>The elements with the scripts.</summary>
    public static MarkupString Scripts { get; } = new(string.Concat(s_scripts.Select(script => $"<script>{script}</script>")));

    /// <summary>Nothing is loaded, and no script runs but these: not even one that came in with a name.</summary>
    /// <seealso href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP"/>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {HashOf(s_style)}; script-src {string.Join(' ', s_scripts.Select(HashOf))}; base-uri 'none'; form-action 'none'";

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(PageAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
