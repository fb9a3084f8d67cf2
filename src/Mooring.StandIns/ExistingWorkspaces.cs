using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns;

/// <summary>Adds to a simulated organization of HCP Terraform what existed before Terraform.</summary>
/// <param name="account">The simulated account, which the organization is simulated with.</param>
/// <param name="organization">Name of the organization.</param>
/// <param name="hostname">Host name of the installation; <see langword="null"/> for HCP Terraform.</param>
public sealed class ExistingWorkspaces(PretendedAccount account, string organization, string? hostname)
{
    private readonly TfeContext _context = new(account, hostname);

    /// <summary>Adds a project.</summary>
    public void AddProject(string name) => Add("tfe_project", name);

    /// <summary>Adds an agent pool.</summary>
    public void AddAgentPool(string name) =>
        Add("tfe_agent_pool", name, new KeyValuePair<string, Value>("id", $"apool-{account.MadeUp(16, "tfe_agent_pool", name)}"));

    /// <summary>Adds a workspace, as <c>terraform init</c> creates it.</summary>
    public void AddWorkspace(string name) => Add("tfe_workspace", name);

    /// <summary>Sets how many resources the state of a workspace has, where there is such a workspace.</summary>
    public void SetResources(string workspace, int count)
    {
        if (_context.Named("tfe_workspace", Known(workspace)).FirstOrDefault() is { } found)
        {
            Workspaces.Set(_context, found["id"], [new("resource_count", count)]);
        }
    }

    private void Add(string type, string name, params IEnumerable<KeyValuePair<string, Value>> others)
    {
        var known = Known(name, others);
        if (!_context.Named(type, known).Any())
        {
            new AddedObjects(new TfeStandIn(), _context).Add(type, known);
        }
    }

    private Value Known(string name, params IEnumerable<KeyValuePair<string, Value>> others) =>
        Value.Object([new("organization", organization), new("name", name), .. others]);
}
