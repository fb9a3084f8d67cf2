using FluentAssertions;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Mooring.Workspaces;
using Xunit;

namespace Mooring.Tests.Workspaces;

public class WorkspaceTests : ConstructTest
{
    private static readonly WorkspaceProps s_props = new()
    {
        Organization = "example",
        WorkspaceName = "shop-cluster-blue",
        ProjectId = "prj-0123456789abcdef",
        Description = "Stack cluster-blue of fleet shop",
        TerraformVersion = "~> 1.11",
    };

    [Fact]
    public void A_workspace_has_its_settings()
    {
        _ = new Workspace(Stack, "Workspace", s_props);

        VerifySnapshot("Workspaces/Workspace.Minimal");
    }

    [Fact]
    public void Fails_when_HCP_Terraform_would_refuse_its_name()
    {
        var define = () => _ = new Workspace(Stack, "Workspace", s_props with { WorkspaceName = "shop cluster" });

        define.Should().Throw<ConstructException>().WithMessage("stack/Workspace: 'WorkspaceName' must be *, got 'shop cluster'");
    }

    [Fact]
    public void Fails_with_more_sources_of_runs_than_HCP_Terraform_takes()
    {
        var workspaces = Enumerable.Range(0, 22).Select(number => new Workspace(Stack, $"W{number}", s_props with { WorkspaceName = $"w{number}" })).ToArray();

        var define = () => workspaces[0].RunAfter(workspaces[1..]);

        define.Should().Throw<ConstructException>().WithMessage("stack/W0: 'RunTriggers' must have at most 20 *");
    }
}
