using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests.Texts;

/// <summary>
/// A fleet with a dangerous text in every place that takes one: an expression and a directive of Terraform, their escapes, a template of Argo CD,
/// and what CDKTF takes for its tokens of strings, lists, maps and numbers.
/// </summary>
internal sealed class DangerousFleet
{
    /// <summary>A number of CDKTF's, in characters that most names may have.</summary>
    public const string NumberToken = "-82e297";

    private const string Everything = "${path.cwd}$${x}%{if}%%{y}{{.z}}${TfToken[TOKEN.1]}#{TfToken[TOKEN.1]}&{TfToken[TOKEN.1]}\"" + NumberToken;

    private readonly YamlStream _yaml = [];
    private readonly Dictionary<string, string> _written = [];
    private readonly List<Fault> _refused = [];

    /// <summary>Writes dangerous texts into the text of a fleet.</summary>
    public DangerousFleet(string text)
    {
        _yaml.Load(new StringReader(text));
        foreach (var (index, place) in TextPlaces.Of(_yaml.Documents[0].RootNode).Index())
        {
            if (Texts(index, place.Text).FirstOrDefault(text => place.TryWrite(text, IsFaultless)) is { } written)
            {
                _written.Add(place.Path, written);
            }
        }

        Fleet = Parse();
    }

    /// <summary>The fleet.</summary>
    public FleetSpec Fleet { get; }

    /// <summary>The texts by their places. Each is unique.</summary>
    public IReadOnlyDictionary<string, string> Written => _written;

    /// <summary>The errors of the texts that were refused.</summary>
    public IReadOnlyList<Fault> Refused => _refused;

    private static IEnumerable<string> Texts(int index, string before)
    {
        var marked = string.Create(CultureInfo.InvariantCulture, $"p{index:000}x");
        string[] dangerous = [marked + Everything, marked + "${path.cwd}", marked + NumberToken];
        return dangerous.SelectMany(text =>
            (string[])[text, $"/{text}", before + text, $"{{\"a\":\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"}}"]
        );
    }

    private bool IsFaultless()
    {
        try
        {
            Parse();
            return true;
        }
        catch (FleetException exception)
        {
            _refused.AddRange(exception.Faults);
            return false;
        }
    }

    private FleetSpec Parse()
    {
        using var text = new StringWriter();
        _yaml.Save(text, assignAnchors: false);
        return FleetFile.Parse(text.ToString());
    }
}
