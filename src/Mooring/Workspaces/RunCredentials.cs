using Constructs;
using HashiCorp.Cdktf.Providers.Tfe.ProjectVariableSet;
using HashiCorp.Cdktf.Providers.Tfe.Variable;
using HashiCorp.Cdktf.Providers.Tfe.VariableSet;
using HashiCorp.Cdktf.Providers.Tfe.WorkspaceVariableSet;

namespace Mooring.Workspaces;

/// <summary>Defines the variable set that tells runs which role they assume in AWS, for the plan and for the apply.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration"/>
public class RunCredentials : Construct
{
    private readonly string _variableSet;

    /// <summary>Defines a variable set.</summary>
    public RunCredentials(Construct scope, string id, RunCredentialsProps props)
        : base(scope, id)
    {
        _variableSet = new VariableSet(
            this,
            "Default",
            new VariableSetConfig
            {
                Organization = props.Organization,
                Name = props.VariableSetName,
                Description = "AWS credentials of runs",
            }
        ).Id;
        Define("TFC_AWS_PROVIDER_AUTH", "true");
        Define("TFC_AWS_RUN_ROLE_ARN", props.RoleArn);
        if (props.ProjectId is { } project)
        {
            _ = new ProjectVariableSet(this, "Project", new ProjectVariableSetConfig { ProjectId = project, VariableSetId = _variableSet });
        }

        foreach (var workspace in props.Workspaces)
        {
            _ = new WorkspaceVariableSet(
                this,
                $"Workspace-{workspace.Node.Id}",
                new WorkspaceVariableSetConfig { WorkspaceId = workspace.WorkspaceId, VariableSetId = _variableSet }
            );
        }
    }

    private void Define(string key, string value) =>
        _ = new Variable(
            this,
            key,
            new VariableConfig
            {
                VariableSetId = _variableSet,
                Category = "env",
                Key = key,
                Value = value,
            }
        );
}
