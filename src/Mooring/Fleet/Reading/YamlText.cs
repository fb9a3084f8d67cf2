using Mooring.Fleet.Faults;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Fleet.Reading;

/// <summary>Parses YAML, and JSON, which is YAML.</summary>
internal static class YamlText
{
    /// <summary>The root of a text with one document; <see langword="null"/> where it has faults.</summary>
    public static YamlNode? Root(string text, FaultCollector faults, string language = "YAML")
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (AnchorNotFoundException exception)
        {
            // YamlDotNet looks for anchors when it has read everything, and no longer knows where the alias was.
            faults.AddUnreadableFile($"is not valid {language}: {exception.Message}");
            return null;
        }
        catch (YamlException exception)
        {
            var place = exception.Start.Index > 0 ? exception.Start : parser.Current?.End ?? exception.Start;
            faults.Add(place, string.Empty, $"is not valid {language}: {exception.Message}", ErrorCodes.Unreadable);
            return null;
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws this, without a word, for a flow mapping that is never closed.
            faults.Add(
                parser.Current?.End ?? Mark.Empty,
                string.Empty,
                $"is not valid {language}: near this place, a '{{' or a '[' is not closed",
                ErrorCodes.Unreadable
            );
            return null;
        }

        if (stream.Documents.Count == 1)
        {
            return stream.Documents[0].RootNode;
        }

        faults.Add(string.Empty, $"must hold one {language} document, got {stream.Documents.Count}", ErrorCodes.Unreadable);
        return null;
    }
}
