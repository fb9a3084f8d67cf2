using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace Mooring;

/// <summary>Writes YAML as a person would: strings are plain where YAML reads them as strings, and single-quoted elsewhere.</summary>
internal static partial class Yaml
{
    private static readonly ISerializer s_serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
        .WithEventEmitter(next => new SingleQuotes(next))
        .WithIndentedSequences()
        .WithNewLine("\n")
        .DisableAliases()
        .Build();

    /// <summary>A value, without the new line at its end.</summary>
    public static string Write(object value) => s_serializer.Serialize(value).TrimEnd('\n');

    /// <summary>A text of several lines, each moved to the right.</summary>
    public static string Indent(string text, int spaces) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', spaces) + line));

    /// <summary>
    /// What YamlDotNet leaves plain, and a reader of YAML 1.1, such as Kubernetes' tools, takes for a number, a date or a merge key.
    /// </summary>
    /// <seealso href="https://yaml.org/type/"/>
    [GeneratedRegex(
        @"^([-+]?(0[bB][01_]+|[0-9][0-9_,]*(\.[0-9_]*)?|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?|=|<<)\z"
    )]
    private static partial Regex Typed();

    private sealed class SingleQuotes(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && (text.Contains("{{", StringComparison.Ordinal) || Typed().IsMatch(text)))
            {
                eventInfo.Style = ScalarStyle.SingleQuoted;
            }

            base.Emit(eventInfo, emitter);
        }
    }
}
