namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>A template that cannot be parsed or executed, with the message of Go's <c>text/template</c>.</summary>
/// <param name="message">The message.</param>
internal sealed class GoTemplateException(string message) : Exception(message);
