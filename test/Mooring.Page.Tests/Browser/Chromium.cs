using Mooring.Page.Model;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using PuppeteerSharp;
using Xunit;

namespace Mooring.Page.Tests.Browser;

/// <summary>Chromium without a window, for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    /// <summary>The program.</summary>
    internal const string Program = "chromium";

    /// <summary>Time for a start, or for a page, in milliseconds: other tests run beside these.</summary>
    private const int Patience = 120_000;

    private readonly TemporaryDirectory _directory = new();
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (InstalledPrograms.IsInstalled(Program))
        {
            // Its sandbox does not work for root, as in CI; it opens nothing but the pages of these tests.
            var options = new LaunchOptions
            {
                ExecutablePath = PathOf(Program),
                Args = ["--no-sandbox"],
                Timeout = Patience,
            };
            _browser = await Puppeteer.LaunchAsync(options);
        }
    }

    public async Task DisposeAsync() => await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);

    public void Dispose() => _directory.Dispose();

    /// <summary>Opens the page of some states.</summary>
    /// <param name="states">The states.</param>
    /// <param name="isDark">Whether the reader's system is dark.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    internal async Task<OpenPage> OpenAsync(IReadOnlyList<PageState> states, bool isDark = false, bool hasScripts = true)
    {
        var file = Path.Combine(_directory.Path, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, await FleetPage.OfAsync(states));
        var page = await _browser!.NewPageAsync();
        page.DefaultTimeout = Patience;
        await page.SetJavaScriptEnabledAsync(hasScripts);
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }]);
        await page.SetViewportAsync(new ViewPortOptions { Width = 1440, Height = 900 });
        var open = new OpenPage(page);
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        return open;
    }

    private static string PathOf(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
