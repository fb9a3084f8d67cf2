using System.Reflection;

namespace Mooring.Kernel.Seam;

/// <summary>Implements jsii's internal interface <c>IResourceExtractor</c>: a file is named at once, and written when Node.js is started.</summary>
internal class ResourceExtractorProxy : DispatchProxy
{
    private PackageFiles _files = null!;

    /// <summary>Creates the extractor.</summary>
    public static object Create(PackageFiles files)
    {
        var proxy = Create(JsiiRuntimeTypes.Service("IResourceExtractor"), typeof(ResourceExtractorProxy));
        ((ResourceExtractorProxy)proxy)._files = files;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == "ExtractResource" ? _files.PathOf((Assembly)args![0]!, (string)args[1]!) : null;
}
