using Mooring.Fleet;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Steps;

/// <summary>The commands of a step, for Terraform, the CDKTF CLI and HCP Terraform.</summary>
/// <param name="step">The step.</param>
/// <param name="names">What commands call the files.</param>
internal sealed class StepCommands(RehearsedStep step, StepFolderNames names)
{
    private const string Output = "cdktf.out";

    private readonly FleetSpec _fleet = step.Step.Fleet;
    private readonly HashSet<string> _stacks = [.. FleetLayout.Plan(step.Step.Fleet).Select(stack => stack.Name)];

    /// <summary>What is done, in order, with Terraform itself.</summary>
    public IEnumerable<string> Terraform() => step.Actions.SelectMany(Terraform);

    /// <summary>
    /// The same with the CDKTF CLI. It refuses a stack without those that it depends on unless it is told not to, and does not keep an order then: so each
    /// stack has a command of its own.
    /// </summary>
    public IEnumerable<string> Cdktf() => step.Actions.SelectMany(Cdktf);

    /// <summary>The same in the workspaces of HCP Terraform, where runs start from version control.</summary>
    public IEnumerable<string> Workspaces() => step.Actions.SelectMany(Workspace);

    /// <summary>Whether a stack is one of the step's fleet file: the CDKTF CLI knows no others.</summary>
    public bool IsInFile(string stack) => _stacks.Contains(stack);

    private IEnumerable<string> Terraform(StepAction action) =>
        action.Kind switch
        {
            StepActionKind.Apply => [$"terraform -chdir={FolderOf(action)} init", $"terraform -chdir={FolderOf(action)} apply"],
            StepActionKind.Destroy => [$"terraform -chdir={FolderOf(action)} init", $"terraform -chdir={FolderOf(action)} destroy"],
            _ => Other(action),
        };

    private IEnumerable<string> Cdktf(StepAction action) =>
        action.Kind switch
        {
            StepActionKind.Apply => [$"cdktf deploy {action.Text} --ignore-missing-stack-dependencies"],
            StepActionKind.Destroy when IsInFile(action.Text) => [$"cdktf destroy {action.Text} --ignore-missing-stack-dependencies"],
            StepActionKind.Destroy => ["# the file does not have this stack any more, so the CDKTF CLI does not know it", .. Terraform(action)],
            _ => Other(action),
        };

    private IEnumerable<string> Workspace(StepAction action) =>
        action.Kind switch
        {
            StepActionKind.Apply => [$"confirm the run of workspace {WorkspaceOf(action)}"],
            StepActionKind.Destroy => [$"queue a destroy plan of workspace {WorkspaceOf(action)} and confirm it"],
            _ => Other(action).Select(line => line.TrimStart('#', ' ')),
        };

    private string[] Other(StepAction action) =>
        action.Kind == StepActionKind.GitOps ? [names.GitOps, $"# merge that directory: {action.Text}"] : [$"# {action.Text}"];

    private static string FolderOf(StepAction action) => $"{Output}/stacks/{action.Text}";

    private string WorkspaceOf(StepAction action) => StateBackend.WorkspaceOf(_fleet, action.Text);
}
