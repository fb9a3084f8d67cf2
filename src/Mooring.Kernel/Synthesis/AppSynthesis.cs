using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Synthesis;

/// <summary>Writes the stacks of an app, and its manifest.</summary>
internal static class AppSynthesis
{
    /// <summary>The version of CDKTF.</summary>
    public const string Version = "0.21.0";

    private const string Stacks = "stacks";

    /// <summary>Writes them.</summary>
    /// <param name="app">The app.</param>
    /// <param name="directory">The output directory.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="files">Where they are written.</param>
    public static void Write(AppObject app, string directory, TokenTable tokens, IOutputFiles files)
    {
        StackElement[] stacks = [.. app.All.OfType<StackElement>()];
        // Nothing is written where one of them is left to Node.js.
        byte[][] texts = [.. stacks.Select(stack => new StableJson(new ValueResolver(stack, tokens)).Write(RootOf(stack)))];
        foreach (var (stack, text) in stacks.Zip(texts))
        {
            var folder = Path.Combine(directory, Stacks, stack.Id);
            foreach (var asset in stack.All.OfType<AssetElement>())
            {
                asset.CopyTo(folder, files);
            }

            files.Write(Path.Combine(folder, "cdk.tf.json"), text);
        }

        files.Write(Path.Combine(directory, "manifest.json"), new StableJson(null).Write(ManifestOf(stacks)));
    }

    private static MapValue RootOf(StackElement stack) =>
        StackDocument.Of(stack) is { HasBackend: true } document ? document.Root : throw new UnknownException("a stack without a backend");

    private static MapValue ManifestOf(IEnumerable<StackElement> stacks) =>
        new([("stacks", new MapValue(stacks.Select(stack => (stack.Id, (object?)EntryOf(stack))))), ("version", Version)]);

    private static MapValue EntryOf(StackElement stack)
    {
        var folder = $"{Stacks}/{stack.Id}";
        return new([
            ("annotations", new ListValue()),
            ("constructPath", stack.Path),
            ("dependencies", new ListValue()),
            ("name", stack.Id),
            ("stackMetadataPath", $"{folder}/metadata.json"),
            ("synthesizedStackPath", $"{folder}/cdk.tf.json"),
            ("workingDirectory", folder),
        ]);
    }
}
