using Amazon.JSII.Runtime.Services;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mooring.Kernel.Seam;

/// <summary>
/// The services of Amazon.JSII.Runtime, all its own but two: what answers its requests, and what unpacks the packages for Node.js. The runtime takes
/// them from <see cref="ServiceContainer.ServiceProviderOverride"/>.
/// </summary>
internal sealed class JsiiServices : IServiceProvider
{
    private readonly Dictionary<Type, Lazy<object>> _services = [];

    private JsiiServices(IAnswering answering, PackageFiles packages)
    {
        Add("ILoadedPackageSet", () => New("LoadedPackageSet"));
        Add("ITypeCache", () => TypeCacheProxy.Create(New("TypeCache", NullLoggerFactory.Instance)));
        Add("IJsiiToFrameworkConverter", () => New("Converters.JsiiToFrameworkConverter", Get("ITypeCache")), "Converters.");
        Add("IFrameworkToJsiiConverter", () => New("Converters.FrameworkToJsiiConverter", Get("ITypeCache")), "Converters.");
        Add("IReferenceMap", () => New("ReferenceMap", Get("ITypeCache")));
        Add("IRuntime", () => RuntimeProxy.Create(answering));
        Add("IResourceExtractor", () => ResourceExtractorProxy.Create(packages));
        Add("IClient", NewClient);
        _services.Add(typeof(ILoggerFactory), new(NullLoggerFactory.Instance));
    }

    /// <summary>Makes the packages of this process ask somebody else than the Node.js that jsii would start.</summary>
    public static void Use(IAnswering answering, PackageFiles packages)
    {
        var services = new JsiiServices(answering, packages);
        ServiceContainer.ServiceProviderOverride = services;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => _services.TryGetValue(serviceType, out var service) ? service.Value : null;

    private static object New(string name, params object?[] arguments) => JsiiRuntimeTypes.Create(JsiiRuntimeTypes.Service(name), arguments);

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
