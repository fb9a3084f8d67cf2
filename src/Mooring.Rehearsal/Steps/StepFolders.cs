using System.Globalization;

namespace Mooring.Rehearsal.Steps;

/// <summary>Steps as numbered folders: the fleet file of each step, the stacks that it applies, and a README with the commands.</summary>
/// <param name="plan">The steps.</param>
/// <param name="names">What commands call the files.</param>
public sealed class StepFolders(StepPlan plan, StepFolderNames names)
{
    /// <summary>The files, by their paths in the directory.</summary>
    /// <param name="fleet">The text of the next fleet file, which is in place in the end.</param>
    /// <param name="priorities">The text of its record of priorities; <see langword="null"/> where it has none.</param>
    public IReadOnlyDictionary<string, string> Files(string fleet, string? priorities)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["README.md"] = Overview() };
        foreach (var (index, step) in plan.Steps.Index())
        {
            var folder = FolderOf(index, step);
            files[$"{folder}/{names.File}"] = step.FleetFile;
            files[$"{folder}/README.md"] = Readme(index, step, folder);
            foreach (var (stack, json) in step.Stacks)
            {
                files[$"{folder}/stacks/{stack}/cdk.tf.json"] = json;
            }
        }

        files[$"final/{names.File}"] = fleet;
        if (priorities is not null)
        {
            files[$"final/{names.PrioritiesFile}"] = priorities;
        }

        return files;
    }

    private static string FolderOf(int index, RehearsedStep step) => string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}-{step.Step.Name}");

    private string Overview()
    {
        var notes = string.Concat(plan.Unknown.Concat(plan.Notes).Select(note => $"- Note: {note}.\n"));
        var steps = plan
            .Steps.Index()
            .Select(entry =>
                string.Create(CultureInfo.InvariantCulture, $"{entry.Index + 1}. [{Words(entry.Item)}]({FolderOf(entry.Index, entry.Item)}/README.md)\n")
            );
        return $"""
            # Steps to the next fleet

            {StepWords.Rehearsed}

            - Do one step after the other, each one whole. Each folder has the fleet file of its step, the stacks that are applied, to be read before, and
              the commands.
            - To stop after a step is safe. To go back is to do the step before again.
            - The fleet must be as the deployed file said when this was written. If something else is applied meanwhile, plan again.
            {notes}
            {string.Concat(steps)}
            At the end, put the fleet file in place. A plan has no changes:

            ```console
            {string.Join('\n', Final())}
            ```

            """;
    }

    private string[] Final() => [$"$ {names.Copy("final/*")}", $"$ {names.Synthesize}"];

    private static string Words(RehearsedStep step) => $"{step.Step.Kind}: {step.Step.Title}";

    private string Readme(int index, RehearsedStep step, string folder)
    {
        var commands = new StepCommands(step, names);
        string[] start = [$"$ {names.Copy($"{folder}/{names.File}")}", $"$ {names.Synthesize}"];
        return $"""
            # {StepWords.Heading(index + 1, step.Step)}

            Put the fleet file of this step in place and synthesize:

            ```console
            {string.Join('\n', start)}
            ```

            Then do the following in this order, and nothing else: other stacks may have changes that come later. What stands behind `#` is done by a person.

            ## With Terraform

            ```console
            {Console(commands.Terraform())}
            ```

            ## With the CDKTF CLI

            ```console
            {Console(commands.Cdktf())}
            ```

            ## In HCP Terraform

            With `backend.cloud`, the commands of Terraform start runs. Where runs start from version control, commit the fleet file and the output, and:

            {string.Join('\n', commands.Workspaces().Select((line, number) => string.Create(CultureInfo.InvariantCulture, $"{number + 1}. {line}")))}

            Discard the runs of other workspaces.

            """;
    }

    private static string Console(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.StartsWith('#') ? line : $"$ {line}"));
}
