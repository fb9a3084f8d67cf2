using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Writes YAML as a person would: strings are plain where YAML reads them as strings, and single-quoted elsewhere.</summary>
internal static class Yaml
{
    private static readonly ISerializer s_serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings()
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

    private sealed class SingleQuotes(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && text.Contains("{{", StringComparison.Ordinal))
            {
                eventInfo.Style = ScalarStyle.SingleQuoted;
            }

            base.Emit(eventInfo, emitter);
        }
    }
}
