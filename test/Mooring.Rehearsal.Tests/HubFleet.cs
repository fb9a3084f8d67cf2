using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The stages of docs/examples/hub, and what tests take away from them.</summary>
internal static class HubFleet
{
    /// <summary>A stage.</summary>
    /// <param name="name"><c>production</c> or <c>test</c>.</param>
    public static FleetSpec Stage(string name) => FleetFile.Read(Repository.PathOf("docs", "examples", "hub", $"{name}.yaml"));

    /// <summary>A stage of a base in which a text is replaced.</summary>
    public static FleetSpec StageOf(string name, string old, string @new)
    {
        using var directory = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(Repository.PathOf("docs", "examples", "hub")))
        {
            File.Copy(file, Path.Combine(directory.Path, Path.GetFileName(file)));
        }

        Replace(Path.Combine(directory.Path, "base.yaml"), old, @new);
        return FleetFile.Read(Path.Combine(directory.Path, $"{name}.yaml"));
    }

    /// <summary>The error of a plan of a stack in which a text is replaced; the stack is as it was afterwards.</summary>
    public static async Task<string> ErrorWithAsync(this RehearsedStack stack, string old, string @new)
    {
        var text = await File.ReadAllTextAsync(stack.File);
        try
        {
            Replace(stack.File, old, @new);
            return await stack.ErrorAsync();
        }
        finally
        {
            await File.WriteAllTextAsync(stack.File, text);
        }
    }

    /// <summary>The error of a stack's plan, or of its apply.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<string> ErrorAsync(this RehearsedStack stack)
    {
        try
        {
            await stack.DeployAsync();
        }
        catch (TerraformException exception)
        {
            return exception.Message;
        }

        throw new InvalidOperationException($"{stack.Name} has no error");
    }

    /// <summary>Replaces a text in an attribute of a role, as outside of Terraform, and returns the role as it was.</summary>
    public static RemoteObject ChangePolicy(this PretendedAccount account, string type, string role, string old, string @new)
    {
        var attribute = type == "aws_iam_role" ? "assume_role_policy" : "policy";
        var found = account.Of(type).Single(each => each.Value["name"].Text == role);
        account.Put(found with { Value = found.Value.With([new(attribute, Replaced(found.Value[attribute].Text!, old, @new))]) });
        return found;
    }

    private static void Replace(string file, string old, string @new) => File.WriteAllText(file, Replaced(File.ReadAllText(file), old, @new));

    private static string Replaced(string text, string old, string @new) =>
        text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, @new, StringComparison.Ordinal)
            : throw new ArgumentException($"there is no '{old}' in:\n{text}", nameof(old));
}
