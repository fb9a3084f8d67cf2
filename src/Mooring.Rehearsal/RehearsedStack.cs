using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>A stack that Terraform runs in. Its state is a local file of the rehearsal, for every backend of the fleet.</summary>
public sealed partial class RehearsedStack
{
    /// <summary>Terraform merges files of this name over the others.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/files/override"/>
    private const string BackendOverride = "backend_override.tf.json";
    private const string ProtectionOverride = "protection_override.tf.json";
    private const string RememberedBackend = ".terraform/terraform.tfstate";
    private const string PlanFile = "rehearsal.tfplan";

    /// <summary>Terraform reads values of variables from files of this name.</summary>
    /// <seealso href="https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files"/>
    private const string VariablesFile = "rehearsal.auto.tfvars.json";

    private static readonly string[] s_backendIsOutOfReach = ["No valid credential sources found", "Failed to request discovery document"];

    private readonly TerraformProgram _terraform;
    private readonly PretendedAccount _account;
    private readonly ConcurrentDictionary<string, string> _deployed;
    private readonly CancellationToken _cancellation;

    internal RehearsedStack(
        string name,
        string file,
        IReadOnlyList<string> dependencies,
        TerraformProgram terraform,
        PretendedAccount account,
        ConcurrentDictionary<string, string> deployed,
        CancellationToken cancellation
    )
    {
        Name = name;
        File = file;
        Directory = Path.GetDirectoryName(file)!;
        Dependencies = dependencies;
        _terraform = terraform;
        _account = account;
        _deployed = deployed;
        _cancellation = cancellation;
    }

    /// <summary>Name of the stack.</summary>
    public string Name { get; }

    /// <summary>Path of its Terraform JSON.</summary>
    public string File { get; }

    /// <summary>Names of the stacks that must be applied before it.</summary>
    public IReadOnlyList<string> Dependencies { get; }

    /// <summary>The directory that Terraform runs in.</summary>
    public string Directory { get; }

    /// <summary>Applies the stack as it was deployed before the rehearsal; its plan is not read.</summary>
    /// <returns>The stack.</returns>
    /// <exception cref="TerraformException">Terraform or a provider refuses something.</exception>
    public async Task<RehearsedStack> DeployWithoutPlanAsync()
    {
        await InitAsync();
        await ApplyWithoutPlanAsync();
        _deployed[Name] = await ContentAsync();
        return this;
    }

    /// <summary>Plans and applies in one.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses something.</exception>
    public Task ApplyWithoutPlanAsync() => ChangeAsync("apply", "-auto-approve", "-input=false", "-no-color");

    /// <summary>Destroys all resources of the stack; the plan is not read.</summary>
    /// <returns>Their number.</returns>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public async Task<int> DestroyWithoutPlanAsync()
    {
        var said = await ChangeAsync("destroy", "-auto-approve", "-input=false", "-no-color");
        return Destroyed().Match(said) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new TerraformException("'terraform destroy' did not say how many resources it destroyed");
    }

    /// <summary>
    /// Checks the stack as it was synthesized, its backend included, without contacting a backend. A stack that is as it was deployed is ready.
    /// </summary>
    /// <exception cref="TerraformException">Terraform rejects it.</exception>
    public async Task ValidateAsync()
    {
        if (_deployed.TryGetValue(Name, out var content) && content == await ContentAsync())
        {
            return;
        }

        await RequireBackendAsync();
        await InitAsync();
        await RunAsync("validate", "-no-color");
    }

    /// <summary>Prepares the directory, with the state of an earlier run.</summary>
    /// <exception cref="TerraformException">Terraform rejects the stack.</exception>
    public async Task InitAsync()
    {
        var state = new { terraform = new { backend = new { local = new { path = Path.GetRelativePath(Directory, StateFile) } } } };
        await WriteAsync(BackendOverride, state);
        await WriteVariablesAsync();
        await RunAsync("init", "-input=false", "-no-color", "-reconfigure");
    }

    /// <summary>The values of a stack's variables are secrets, which are not in its file.</summary>
    private async Task WriteVariablesAsync()
    {
        if (JsonNode.Parse(await ContentAsync())!["variable"] is JsonObject variables)
        {
            await WriteAsync(VariablesFile, variables.ToDictionary(variable => variable.Key, _ => "https://hooks.example.com/secret"));
        }
    }

    /// <summary>Plans the changes to the account.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public Task<Plan> PlanAsync() => PlanAsync([]);

    /// <summary>Prepares the directory, plans the changes to the account, and applies them.</summary>
    /// <returns>The changes.</returns>
    /// <exception cref="TerraformException">Terraform or a provider refuses something.</exception>
    public async Task<Plan> PlanAndApplyAsync()
    {
        await InitAsync();
        var plan = await PlanAsync();
        if (plan.HasChanges)
        {
            await ApplyAsync();
        }

        return plan;
    }

    /// <summary>Plans the destruction of all resources of the stack.</summary>
    /// <param name="refresh">Whether resources and data sources are read again; otherwise the state is used.</param>
    /// <exception cref="TerraformException">Terraform or a provider refuses, as for a protected resource.</exception>
    public Task<Plan> PlanDestroyAsync(bool refresh = true) => PlanAsync(["-destroy", .. refresh ? Array.Empty<string>() : ["-refresh=false"]]);

    /// <summary>Applies the last plan.</summary>
    /// <exception cref="TerraformException">A provider refuses or crashes.</exception>
    public Task ApplyAsync() => ChangeAsync("apply", "-input=false", "-no-color", PlanFile);

    /// <summary>
    /// Removes deletion protection, as a user would on purpose: <c>prevent_destroy</c> and the deletion protection of load balancers.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> LiftProtectionAsync()
    {
        if ((await ProtectionAsync()).Lift() is not { } lifted)
        {
            return false;
        }

        await WriteAsync(ProtectionOverride, lifted);
        return true;
    }

    /// <summary>The deletion protection of the stack, as synthesized.</summary>
    internal async Task<Protection> ProtectionAsync() => new(JsonNode.Parse(await ContentAsync())!);

    /// <summary>The settings that each resource which a plan imports gets where the fleet file is silent, by its address.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> AdoptedDefaultsAsync(Plan plan)
    {
        var defaults = new AdoptedDefaults(JsonNode.Parse(await ContentAsync())!);
        return plan.Resources.Where(resource => resource.IsImported).ToDictionary(resource => resource.Address, defaults.Of);
    }

    /// <summary>Runs a step, and returns the calls of the providers.</summary>
    public async Task<IReadOnlyList<ProviderCall>> CallsOfAsync(Func<Task> work)
    {
        var before = _account.Log.Count;
        await work();
        return _account.Log.Since(before);
    }

    /// <summary>
    /// Makes Terraform read the backend of the stack, which <c>validate</c> does not check. Terraform reads it before it looks for credentials or
    /// HCP Terraform, and finds neither.
    /// </summary>
    private async Task RequireBackendAsync()
    {
        // Files of an earlier rehearsal of the stack, from which Terraform would migrate the state.
        Forget(BackendOverride);
        Forget(RememberedBackend);
        try
        {
            await RunAsync("init", "-input=false", "-no-color");
        }
        catch (TerraformException exception) when (s_backendIsOutOfReach.Any(reason => exception.Message.Contains(reason, StringComparison.Ordinal)))
        {
            // The backend was read.
        }
    }

    private Task<string> ContentAsync() => System.IO.File.ReadAllTextAsync(File, _cancellation);

    private async Task<Plan> PlanAsync(string[] options)
    {
        return await _terraform.PlanAsync(Directory, _cancellation, ["-input=false", "-no-color", $"-out={PlanFile}", .. options])
            ? Plan.Parse(await RunAsync("show", "-json", PlanFile))
            : Plan.Empty;
    }

    [GeneratedRegex(@"Destroy complete! Resources: (\d+) destroyed")]
    private static partial Regex Destroyed();

    private void Forget(string file)
    {
        if (Path.Combine(Directory, file) is var path && System.IO.File.Exists(path))
        {
            System.IO.File.Delete(path);
        }
    }

    /// <summary>The file of its state, beside those of the other stacks.</summary>
    private string StateFile => Path.GetFullPath(Path.Combine(Directory, "..", "..", "..", $"terraform.{Name}.tfstate"));

    /// <summary>Changes what exists. A workspace in HCP Terraform knows how many resources its state has, also after a failure.</summary>
    private async Task<string> ChangeAsync(params string[] arguments)
    {
        try
        {
            return await RunAsync(arguments);
        }
        finally
        {
            await RehearsedWorkspace.CountAsync(_account, File, StateFile);
        }
    }

    private Task<string> RunAsync(params string[] arguments) => _terraform.RunAsync(Directory, _cancellation, arguments);

    private Task WriteAsync<T>(string file, T content) =>
        System.IO.File.WriteAllTextAsync(Path.Combine(Directory, file), JsonSerializer.Serialize(content), _cancellation);
}
