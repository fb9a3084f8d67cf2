using Amazon.JSII.Runtime.Services;

namespace Mooring.Kernel.Seam;

/// <summary>
/// The services of Amazon.JSII.Runtime for the code that asks: those of the session that it runs in, or else those that the whole process shares.
/// Sessions know nothing of each other: several threads make constructs at once, and what a session held is free when it ends.
/// </summary>
/// <remarks>Threads may share a session, too, as all that begin none do: its requests are answered one after the other.</remarks>
internal sealed class JsiiSessions : IServiceProvider
{
    private readonly AsyncLocal<JsiiServices?> _current = new();
    private readonly LoadedPackages _loaded = new();
    private readonly Lazy<JsiiServices> _shared;
    private readonly PackageFiles _packages;

    private JsiiSessions(Func<IAnswering> create, PackageFiles packages)
    {
        _packages = packages;
        _shared = new(() => new(_loaded.Of(create()), packages));
    }

    /// <summary>Makes the packages of this process ask somebody else than the Node.js that jsii would start.</summary>
    /// <param name="create">Creates who answers where no session has begun.</param>
    /// <param name="packages">The files of the packages.</param>
    public static JsiiSessions Install(Func<IAnswering> create, PackageFiles packages)
    {
        var sessions = new JsiiSessions(create, packages);
        ServiceContainer.ServiceProviderOverride = sessions;
        return sessions;
    }

    /// <summary>Begins a session for the calling code and what it starts, until it is disposed. It has to end where it began.</summary>
    /// <param name="answering">Who answers in it; it is disposed with the session.</param>
    public IDisposable Begin(IAnswering answering)
    {
        var before = _current.Value;
        _current.Value = new(_loaded.Of(answering), _packages);
        return new Session(() =>
        {
            _current.Value = before;
            answering.Dispose();
        });
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => (_current.Value ?? _shared.Value).GetService(serviceType);

    private sealed class Session(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
