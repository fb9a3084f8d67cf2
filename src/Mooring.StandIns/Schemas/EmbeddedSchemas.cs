using System.Reflection;

namespace Mooring.StandIns.Schemas;

/// <summary>The schemas that the build extracted from the npm packages of CDKTF's providers, and those that no package has.</summary>
internal static class EmbeddedSchemas
{
    /// <summary>Reads the schema of a provider.</summary>
    /// <param name="name">Its name: <c>aws</c>.</param>
    /// <exception cref="FileNotFoundException">The build has no schemas.</exception>
    public static ProviderSchema Read(string name)
    {
        using var json =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{name}.json")
            ?? throw new FileNotFoundException(
                $"this build has no schema of the {name} provider: the schemas are generated with the packages, and so a build with "
                    + "-p:OfficialBindings=true is without them"
            );
        return ProviderSchema.Read(json) with { EphemeralResourceSchemas = EphemeralResourceSchemas.Of(name) };
    }
}
