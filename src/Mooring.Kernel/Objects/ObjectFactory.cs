using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Objects;

/// <summary>Creates objects of the classes that the kernel knows.</summary>
internal sealed class ObjectFactory(KernelSession session)
{
    private static readonly Dictionary<string, string> s_backends = new()
    {
        ["cdktf.LocalBackend"] = "local",
        ["cdktf.S3Backend"] = "s3",
        ["cdktf.CloudBackend"] = "cloud",
    };

    /// <summary>Creates an object.</summary>
    /// <param name="type">The name of its class in jsii.</param>
    /// <param name="arguments">The arguments of the constructor.</param>
    public KernelObject Create(string type, JsonElement arguments)
    {
        var read = new Arguments(arguments, session);
        KernelObject created = type switch
        {
            AppObject.TypeName => new AppObject(read.NextOrNone<MapValue>(TypeRule.Named("cdktf.AppConfig")), session.Files),
            CloudWorkspaces.TypeName => new CloudWorkspaces(read.Next<string>(TypeRule.String), read.NextOrNone<string>(TypeRule.String)),
            _ when s_backends.TryGetValue(type, out var backend) => new BackendElement(type, Scope(read), backend, Config(read, $"{type}Config")),
            _ => CreateConstruct(type, (Scope(read), read.Next<string>(TypeRule.String)), read),
        };
        read.End();
        return created;
    }

    private ConstructObject CreateConstruct(string type, (ConstructObject Scope, string Id) place, Arguments read) =>
        type switch
        {
            "constructs.Construct" => new ConstructObject(type, place.Scope, place.Id),
            StackElement.TypeName => new StackElement(place.Scope, place.Id),
            "cdktf.TerraformElement" => new Element(type, place.Scope, place.Id, null),
            OutputElement.TypeName => new OutputElement(place.Scope, place.Id, Config(read, "cdktf.TerraformOutputConfig")),
            LocalElement.TypeName => new LocalElement(place.Scope, place.Id, read.Next<object>(TypeRule.Any)),
            AssetElement.TypeName => new AssetElement(place.Scope, place.Id, Config(read, "cdktf.TerraformAssetConfig")),
            DataResourceElement.TypeName => new DataResourceElement(place, ConfigOrNone(read, "cdktf.DataConfig"), session),
            _ => CreateOfProvider(session.Packages.ClassOf(type), place, read),
        };

    private Element CreateOfProvider(ClassFacts facts, (ConstructObject Scope, string Id) place, Arguments read)
    {
        var config = facts.IsConfigOptional ? ConfigOrNone(read, facts.Config) : Config(read, facts.Config);
        return facts.Kind switch
        {
            "Resource" or "DataSource" => new ProviderResource(facts, place, config, session),
            "Provider" => new ProviderElement(facts, place, config, session),
            _ => throw new UnknownException($"the constructor of {facts.Name}"),
        };
    }

    private static ConstructObject Scope(Arguments read) => read.Next<ConstructObject>(TypeRule.Named("constructs.Construct"));

    private static MapValue Config(Arguments read, string type) => read.Next<MapValue>(TypeRule.Named(type));

    private static MapValue ConfigOrNone(Arguments read, string type) => read.NextOrNone<MapValue>(TypeRule.Named(type)) ?? [];
}
