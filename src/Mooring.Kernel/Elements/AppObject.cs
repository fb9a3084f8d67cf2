using System.Text.Json;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>The root of the stacks, which writes them.</summary>
internal sealed class AppObject : ConstructObject
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.App";

    private readonly string _directory;
    private readonly bool _skipsValidation;

    /// <summary>Creates an app.</summary>
    /// <param name="config">Its configuration.</param>
    /// <param name="files">Where files are written.</param>
    public AppObject(MapValue? config, IOutputFiles files)
        : base(TypeName, null, string.Empty)
    {
        if (config?.Of("outdir") is not string directory || config.Keys.Any(key => key is not ("outdir" or "skipValidation")))
        {
            throw new UnknownException("an app that is configured like this");
        }

        (_directory, _skipsValidation) = (directory, config.Of("skipValidation") is true);
        AppEnvironment.Check();
        files.CreateDirectory(directory);
    }

    /// <inheritdoc/>
    public override object? Invoke(string method, JsonElement arguments, KernelSession session)
    {
        if (method != "synth" || !_skipsValidation)
        {
            throw new UnknownException(method == "synth" ? "the validations of an app" : $"the method '{method}' of an app");
        }

        new Arguments(arguments, session).End();
        AppSynthesis.Write(this, _directory, session.Tokens, session.Files);
        return null;
    }
}
