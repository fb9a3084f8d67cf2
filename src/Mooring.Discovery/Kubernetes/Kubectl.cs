using System.ComponentModel;
using System.Text.Json;
using Mooring.Aws;
using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Kubernetes;

/// <summary>kubectl, with a context of the user's settings. It is only asked, and changes nothing.</summary>
/// <param name="context">Name of the context.</param>
/// <param name="cancellation">Stops it.</param>
/// <seealso href="https://kubernetes.io/docs/reference/kubectl/"/>
internal sealed class Kubectl(string context, CancellationToken cancellation)
{
    private const string NoSuchResource = "the server doesn't have a resource type";

    private static readonly AskedProgram s_program = new("kubectl", "kubectl");

    /// <summary>Requires that it is installed.</summary>
    /// <exception cref="DiscoveryException">It is not.</exception>
    public static async Task RequireAsync(CancellationToken cancellation)
    {
        try
        {
            await s_program.RunAsync(["version", "--client"], cancellation);
        }
        catch (AskedProgramException exception) when (exception.InnerException is Win32Exception)
        {
            throw new DiscoveryException($"--context asks kubectl, and {exception.Message}");
        }
    }

    /// <summary>Asks, and returns the answer as it is.</summary>
    /// <param name="arguments">Command and options.</param>
    /// <exception cref="AskedProgramException">It failed.</exception>
    public Task<string> AskAsync(params string[] arguments) => s_program.RunAsync([.. arguments, "--context", context], cancellation);

    /// <summary>Asks for objects of all namespaces.</summary>
    /// <param name="arguments">The kind, and options.</param>
    /// <returns>The objects; none where the cluster does not know the kind.</returns>
    /// <exception cref="AskedProgramException">It failed.</exception>
    public async Task<IReadOnlyList<JsonElement>> ObjectsAsync(params string[] arguments)
    {
        try
        {
            using var json = JsonDocument.Parse(await AskAsync(["get", .. arguments, "--all-namespaces", "--output", "json"]));
            return json.RootElement.Clone().Items("items");
        }
        catch (AskedProgramException exception) when (exception.Message.Contains(NoSuchResource, StringComparison.Ordinal))
        {
            return [];
        }
        catch (JsonException exception)
        {
            throw new AskedProgramException($"'kubectl get {arguments[0]}' answered with something else than JSON", exception);
        }
    }
}
