using Mooring.Fleet.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mooring.Fleet.Reading;

/// <summary>Parses YAML, and JSON, which is YAML.</summary>
internal static class YamlText
{
    /// <summary>The root of a text with one document; <see langword="null"/> where there is none that can be read.</summary>
    public static YamlValue? Root(string text, FaultCollector faults, YamlOrigin? origin = null)
    {
        origin ??= new();
        var language = origin.Language;
        // Windows writes this in front of a file.
        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (YamlCharacters.FirstForbidden(text) is { } forbidden)
        {
            faults.AddAt(
                forbidden.Place with
                {
                    File = origin.File,
                },
                faults.Root,
                $"is not valid {language}: it must not have the character {forbidden.Name}",
                ErrorCodes.Unreadable
            );
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return Root(parser, faults, origin);
        }
        catch (YamlException exception)
        {
            var place = exception.Start.Index > 0 ? exception.Start : parser.Current?.End ?? exception.Start;
            faults.AddAt(origin.PlaceOf(place), faults.Root, $"is not valid {language}: {exception.Message}", ErrorCodes.Unreadable);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws this, without a word, for a flow mapping that is never closed.
            faults.AddAt(
                origin.PlaceOf(parser.Current?.End ?? Mark.Empty),
                faults.Root,
                $"is not valid {language}: near this place, a '{{' or a '[' is not closed",
                ErrorCodes.Unreadable
            );
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // So does YamlDotNet for a tag without a name, and for a number that is too large in an escape or in a directive.
            faults.AddAt(origin.PlaceOf(parser.Current?.End ?? Mark.Empty), faults.Root, $"is not valid {language} after this place", ErrorCodes.Unreadable);
        }

        return null;
    }

    private static YamlValue? Root(Parser parser, FaultCollector faults, YamlOrigin origin)
    {
        YamlValue? root = null;
        while (parser.MoveNext())
        {
            if (parser.Current is DocumentStart start)
            {
                if (root is not null)
                {
                    faults.AddAt(
                        origin.PlaceOf(start.Start),
                        faults.Root,
                        $"must hold one {origin.Language} document, but here a second one begins",
                        ErrorCodes.Unreadable
                    );
                    return root;
                }

                root = new YamlLoader(parser, origin).Load();
            }
        }

        if (root is null)
        {
            faults.AddAt(new(1, 1, origin.File), faults.Root, $"must hold one {origin.Language} document, got none", ErrorCodes.Unreadable);
        }

        return root;
    }
}
