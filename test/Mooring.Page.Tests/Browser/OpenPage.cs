using PuppeteerSharp;

namespace Mooring.Page.Tests.Browser;

/// <summary>A page that is open in a browser, and what the browser says of it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly List<string> _said = [];

    /// <summary>Listens to a page, before it is loaded.</summary>
    public OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => _said.Add($"console: {message.Message.Text}");
        page.PageError += (_, error) => _said.Add($"error: {error.Message}");
        page.Dialog += async (_, dialog) =>
        {
            _said.Add($"dialog: {dialog.Dialog.Message}");
            await dialog.Dialog.Dismiss();
        };
        page.Request += (_, request) => Requests.Add(request.Request.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors, what the console shows, and dialogs.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>What the browser has loaded.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What an expression is in the page.</summary>
    public Task<T> EvaluateAsync<T>(string expression) => Page.EvaluateExpressionAsync<T>(expression);

    /// <summary>The texts of what is shown of some elements.</summary>
    public Task<string[]> TextsAsync(string selector) =>
        EvaluateAsync<string[]>(
            $"""
            [...document.querySelectorAll("{selector}")]
              .filter((element) => element.checkVisibility())
              .map((element) => (element.innerText ?? element.textContent).trim().replaceAll("\u00a0", " "))
            """
        );

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
