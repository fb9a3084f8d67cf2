using System.Text.Json;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Apply;

/// <summary>
/// Terraform in the directory of one stack. A command that has begun is not stopped: it holds the lock of the state, and Terraform itself ends in order
/// when it receives Ctrl-C.
/// </summary>
/// <param name="terraform">Terraform.</param>
/// <param name="file">Path of the stack's Terraform JSON.</param>
internal sealed class StackTerraform(TerraformProgram terraform, string file)
{
    private const string PlanFile = "mooring.tfplan";

    private readonly string _directory = Path.GetDirectoryName(Path.GetFullPath(file))!;

    /// <summary>The Terraform JSON as it is now.</summary>
    public JsonElement Content()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.Clone();
    }

    /// <summary>Prepares the directory.</summary>
    /// <param name="version">The version of Terraform.</param>
    /// <exception cref="TerraformException">Terraform refuses, or is too old.</exception>
    public async Task InitAsync(Version version)
    {
        RequiredTerraform.Of(Content()).Require(version);
        await RunAsync("init", "-input=false", "-no-color");
    }

    /// <summary>Plans the changes of the stack.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public async Task<Plan> PlanAsync() =>
        await terraform.PlanAsync(_directory, CancellationToken.None, "-input=false", "-no-color", $"-out={PlanFile}")
            ? Plan.Parse(await RunAsync("show", "-json", PlanFile))
            : Plan.Empty;

    /// <summary>The last plan, as Terraform shows it to people.</summary>
    /// <exception cref="TerraformException">Terraform refuses.</exception>
    public Task<string> ShowPlanAsync() => RunAsync("show", "-no-color", PlanFile);

    /// <summary>Applies the last plan.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public Task ApplyAsync() => RunAsync("apply", "-input=false", "-no-color", PlanFile);

    /// <summary>Removes the last plan.</summary>
    public void ForgetPlan() => File.Delete(Path.Combine(_directory, PlanFile));

    /// <summary>The outputs of the stack as it is applied: those that are maps of texts, by their names.</summary>
    /// <exception cref="TerraformException">Terraform refuses.</exception>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> MapsAsync()
    {
        using var json = JsonDocument.Parse(await RunAsync("output", "-json", "-no-color"));
        return json
            .RootElement.EnumerateObject()
            .Select(output => (output.Name, Value: output.Value.GetProperty("value")))
            .Where(output => output.Value.ValueKind == JsonValueKind.Object)
            .ToDictionary(
                output => output.Name,
                IReadOnlyDictionary<string, string> (output) =>
                    output.Value.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString(), StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    private Task<string> RunAsync(params string[] arguments) => terraform.RunAsync(_directory, CancellationToken.None, arguments);
}
