using System.Collections.Concurrent;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>
/// A Go template as an ApplicationSet with <c>goTemplate: true</c> and <c>missingkey=error</c> uses it. Only what the ApplicationSets need is known;
/// anything else is an error.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/"/>
internal static class GoTemplate
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Node>> s_parsed = [];

    /// <summary>The text that a template makes of its data.</summary>
    /// <exception cref="GoTemplateException">Go reports an error.</exception>
    /// <exception cref="NotSupportedException">The template uses what is not known here.</exception>
    public static string Render(string template, object? data) => new Interpreter(template).Execute(s_parsed.GetOrAdd(template, Parser.Parse), data);
}
