using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// What a fleet adopts, simulated as the fleet declares it. Terraform creates it from the stack without its <c>import</c> blocks, in a separate
/// account without conflicts; then it is moved to the account of the rehearsal.
/// </summary>
/// <param name="account">The account of the rehearsal.</param>
/// <param name="fleet">The fleet.</param>
/// <param name="directory">The directory of the rehearsal, with the states of its stacks.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class AdoptedParts(PretendedAccount account, FleetSpec fleet, string directory, CancellationToken cancellation)
{
    private static readonly JsonSerializerOptions s_lines = new() { WriteIndented = true };

    /// <summary>Creates what the stacks import and does not exist.</summary>
    /// <exception cref="TerraformException">Terraform fails.</exception>
    public async Task MakeAsync(IEnumerable<RehearsedStack> stacks)
    {
        foreach (var stack in stacks)
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(stack.File, cancellation))!.AsObject();
            // Workspaces of HCP Terraform are no part of AWS.
            var imports = (json["import"] as JsonArray ?? [])
                .Select(import => KeyValuePair.Create(import!["to"]!.GetValue<string>(), import["id"]!.GetValue<string>()))
                .Where(import => import.Key.StartsWith("aws_", StringComparison.Ordinal))
                .ToDictionary();
            if (imports.Any(IsMissing))
            {
                await MakeAsync(stack.Name, WithoutImports(json), imports);
            }
        }
    }

    private bool IsMissing(KeyValuePair<string, string> import) => account.Objects.All(each => each.Id != import.Value);

    private async Task MakeAsync(string stack, JsonObject json, Dictionary<string, string> imports)
    {
        var workshop = new PretendedAccount(account.AccountId) { Region = account.Region };
        workshop.AssumableRoles.UnionWith(account.AssumableRoles);
        ExistingParts.AddTo(workshop, fleet);
        var made = await ApplyAsync(stack, json, workshop, imports.Where(IsMissing).Select(import => import.Key));
        var move = new AdoptionMove(workshop, account);
        foreach (var renamed in move.Run(made.Where(each => imports.ContainsKey(each.Address)).ToDictionary(each => each.Id, each => imports[each.Address])))
        {
            await RenameInStatesAsync(renamed);
        }
    }

    /// <summary>Applies a part of a stack in a separate account.</summary>
    /// <returns>Addresses and ids of the created resources.</returns>
    private async Task<IReadOnlyList<(string Address, string Id)>> ApplyAsync(
        string stack,
        JsonObject json,
        PretendedAccount workshop,
        IEnumerable<string> addresses
    )
    {
        // A new directory each time, without the state of an earlier fleet.
        var before = Directory.CreateDirectory(Path.Combine(directory, "before", $"{stack}-{Guid.NewGuid()}")).FullName;
        await using var terraform = await ProgramWithStandIns.StartAsync(workshop, before, fleet);
        Task<string> RunAsync(params string[] arguments) => terraform.Program.RunAsync(before, cancellation, arguments);
        try
        {
            // Terraform quotes the lines with errors.
            await File.WriteAllTextAsync(Path.Combine(before, "cdk.tf.json"), json.ToJsonString(s_lines), cancellation);
            await RunAsync("init", "-input=false", "-no-color");
            await RunAsync(["apply", "-auto-approve", "-input=false", "-no-color", .. addresses.Select(address => $"-target={address}")]);
            using var state = JsonDocument.Parse(await RunAsync("show", "-json"));
            return
            [
                .. state
                    .RootElement.GetProperty("values")
                    .GetProperty("root_module")
                    .GetProperty("resources")
                    .EnumerateArray()
                    .Select(resource => (resource.GetProperty("address").GetString()!, resource.GetProperty("values").GetProperty("id").GetString()!)),
            ];
        }
        catch (TerraformException exception)
        {
            throw new TerraformException($"{stack}, creating what it adopts: {exception.Message}");
        }
    }

    /// <summary>What the deployed fleet created and is adopted now is in a state, under its id in the rehearsal.</summary>
    private async Task RenameInStatesAsync((string Id, string NewId) renamed)
    {
        foreach (var state in Directory.GetFiles(directory, "terraform.*.tfstate"))
        {
            var text = await File.ReadAllTextAsync(state, cancellation);
            await File.WriteAllTextAsync(state, text.Replace(renamed.Id, renamed.NewId, StringComparison.Ordinal), cancellation);
        }
    }

    private static JsonObject WithoutImports(JsonObject json)
    {
        json.Remove("import");
        json["terraform"]!.AsObject().Remove("cloud");
        json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject() };
        return json;
    }
}
