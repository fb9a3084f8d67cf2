using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// What a fleet adopts: it is pretended to be there as the fleet declares it. Terraform makes it from the stack without its
/// <c>import</c> blocks, the account then knows it by the ids that are to be imported, and everything else that came with it is removed.
/// </summary>
internal static class AdoptedParts
{
    /// <summary>Makes what the stacks import.</summary>
    public static async Task MakeAsync(IEnumerable<RehearsedStack> stacks, PretendedAccount account, TerraformProgram terraform, string directory, CancellationToken cancellation)
    {
        foreach (var stack in stacks)
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(stack.File, cancellation))!.AsObject();
            if (json["import"] is JsonArray imports && imports.Any(import => account.Objects.All(each => each.Id != import!["id"]!.GetValue<string>())))
            {
                var before = Directory.CreateDirectory(Path.Combine(directory, "before", stack.Name)).FullName;
                json.Remove("import");
                json["terraform"]!.AsObject().Remove("cloud");
                json["terraform"]!["backend"] = new JsonObject { ["local"] = new JsonObject() };
                await File.WriteAllTextAsync(Path.Combine(before, "cdk.tf.json"), json.ToJsonString(), cancellation);
                await MakeAsync(imports, before, account, terraform, cancellation);
            }
        }
    }

    private static async Task MakeAsync(JsonArray imports, string directory, PretendedAccount account, TerraformProgram terraform, CancellationToken cancellation)
    {
        var ids = imports.ToDictionary(import => import!["to"]!.GetValue<string>(), import => import!["id"]!.GetValue<string>());
        var before = account.Objects.ToHashSet();
        await terraform.RunAsync(directory, cancellation, "init", "-input=false", "-no-color");
        await terraform.RunAsync(directory, cancellation, ["apply", "-auto-approve", "-input=false", "-no-color", .. ids.Keys.Select(address => $"-target={address}")]);

        using var state = JsonDocument.Parse(await terraform.RunAsync(directory, cancellation, "show", "-json"));
        foreach (var resource in state.RootElement.GetProperty("values").GetProperty("root_module").GetProperty("resources").EnumerateArray())
        {
            if (ids.TryGetValue(resource.GetProperty("address").GetString()!, out var id))
            {
                account.Rename(resource.GetProperty("values").GetProperty("id").GetString()!, id);
            }
        }

        account.Remove(each => !before.Contains(each) && !ids.ContainsValue(each.Id));
    }
}
