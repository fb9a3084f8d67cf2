using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Mooring.Page.Markup;
using Mooring.Page.Model;

namespace Mooring.Page;

/// <summary>A page that shows a fleet, or a change of one: a single HTML file that needs no network.</summary>
public static class FleetPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="states">
    /// What it shows: a fleet; or the deployed one, the steps of a change, and the wanted one. There is at least one, and the page is named after the last.
    /// </param>
    /// <returns>The HTML.</returns>
    public static async Task<string> OfAsync(IReadOnlyList<PageState> states)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = new Dictionary<string, object?> { [nameof(FleetDocument.Views)] = PageView.Of(states) };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<FleetDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
