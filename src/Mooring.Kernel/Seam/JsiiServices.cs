using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mooring.Kernel.Seam;

/// <summary>
/// The services of Amazon.JSII.Runtime of one session, all its own but two: what answers its requests, and what unpacks the packages for Node.js.
/// </summary>
internal sealed class JsiiServices : IServiceProvider
{
    private static readonly object s_types = TypeCacheProxy.Create(Synchronized("TypeCache", NullLoggerFactory.Instance));

    private readonly Dictionary<Type, Lazy<object>> _services = [];

    /// <summary>Creates the services.</summary>
    /// <param name="answering">Who answers.</param>
    /// <param name="packages">The files of the packages.</param>
    public JsiiServices(IAnswering answering, PackageFiles packages)
    {
        Add("ILoadedPackageSet", () => Synchronized("LoadedPackageSet"));
        Add("ITypeCache", () => s_types);
        Add("IJsiiToFrameworkConverter", () => New("Converters.JsiiToFrameworkConverter", s_types), "Converters.");
        Add("IFrameworkToJsiiConverter", () => New("Converters.FrameworkToJsiiConverter", s_types), "Converters.");
        Add("IReferenceMap", () => Synchronized("ReferenceMap", s_types));
        Add("IRuntime", () => RuntimeProxy.Create(answering));
        Add("IResourceExtractor", () => ResourceExtractorProxy.Create(packages));
        Add("IClient", NewClient);
        _services.Add(typeof(ILoggerFactory), new(NullLoggerFactory.Instance));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => _services.TryGetValue(serviceType, out var service) ? service.Value : null;

    private static object New(string name, params object?[] arguments) => JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service(name), arguments);

    private static object Synchronized(string name, params object?[] arguments) =>
        SynchronizedProxy.Of(JsiiRuntimeTypes.Service($"I{name}"), New(name, arguments));

    private object NewClient() =>
        New(
            "Client",
            JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Named("Amazon.JSII.JsonModel.FileSystem.FileSystem")),
            Get("IRuntime"),
            Get("IReferenceMap"),
            Get("Converters.IFrameworkToJsiiConverter"),
            Get("ILoadedPackageSet"),
            NullLoggerFactory.Instance
        );

    private object Get(string name) => _services[JsiiRuntimeTypes.Service(name)].Value;

    private void Add(string name, Func<object> create, string folder = "") => _services.Add(JsiiRuntimeTypes.Service(folder + name), new(create));
}
