using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.GoTemplates;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd;

/// <summary>Creates, updates and deletes the Applications of ApplicationSets.</summary>
/// <param name="state">What there is in Argo CD.</param>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/applicationset/controllers/applicationset_controller.go"/>
internal sealed class ApplicationSetController(ArgoCdState state)
{
    private readonly Dictionary<string, int> _turns = [];

    /// <summary>Reconciles an ApplicationSet. An error in the generation leaves all of its Applications as they are.</summary>
    public void Reconcile(ApplicationSet set)
    {
        List<(string Name, ApplicationSpec Spec, string[] Finalizers)> wanted;
        var turn = _turns.GetValueOrDefault(set.Name);
        _turns[set.Name] = turn + 1;
        try
        {
            wanted = [.. ClusterGenerator.Parameters(set, state.Secrets, turn).Select(parameters => Read(ApplicationTemplate.Render(set, parameters)))];
        }
        catch (Exception exception) when (exception is GoTemplateException or ManifestException)
        {
            Report(set, exception.Message);
            return;
        }

        var faults = new List<string>();
        foreach (var (name, spec, finalizers) in wanted)
        {
            if (FaultOf(name, spec, set, wanted.Count(other => other.Name == name)) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                CreateOrUpdate(set, name, spec, finalizers);
            }
        }

        Report(set, faults.LastOrDefault() ?? string.Empty);
        foreach (var application in state.Applications.Where(each => each.Owner == set.Name && !wanted.Any(other => other.Name == each.Name)).ToArray())
        {
            Delete(application);
        }
    }

    private static (string Name, ApplicationSpec Spec, string[] Finalizers) Read(JsonObject manifest) =>
        (
            manifest.TextAt("metadata", "name") ?? string.Empty,
            new ApplicationSpec(manifest.At("spec")),
            [.. manifest.ListAt("metadata", "finalizers").Select(each => $"{each}")]
        );

    /// <summary>Why an Application is not created or updated. One that exists stays.</summary>
    private string? FaultOf(string name, ApplicationSpec spec, ApplicationSet set, int ofThatName) =>
        ofThatName > 1 ? $"ApplicationSet {set.Name} contains applications with duplicate name: {name}"
        : !state.Projects.TryGetValue(spec.Project, out var project) ? $"application references project {spec.Project} which does not exist"
        : Destinations.ServerOf(spec, state.Secrets, out var error) is null ? $"application destination spec is invalid: {error}"
        : spec.Sources.FirstOrDefault(source => !project.AllowsSource(source.Repository)) is { } source
            ? $"application repo {source.Repository} is not permitted in project '{project.Name}'"
        : state.Applications.FirstOrDefault(each => each.Name == name)?.Owner is { } owner && owner != set.Name
            ? $"Object argocd/{name} is already owned by another ApplicationSet controller {owner}"
        : null;

    private void CreateOrUpdate(ApplicationSet set, string name, ApplicationSpec spec, string[] finalizers)
    {
        var existing = state.Applications.FirstOrDefault(each => each.Name == name);
        if (existing is { IsBeingDeleted: true })
        {
            return;
        }

        if (existing is null)
        {
            state.Applications.Add(new Application(name, set.Name, spec) { Finalizers = finalizers });
            state.Events.Add($"{name}: created");
        }
        else if (existing.Spec.Text != spec.Text || !existing.Finalizers.SequenceEqual(finalizers))
        {
            (existing.Spec, existing.Finalizers) = (spec, finalizers);
            state.Events.Add($"{name}: updated");
        }
    }

    /// <summary>The finalizer of an Application without a cluster is removed first: it goes, and what is in the cluster stays.</summary>
    private void Delete(Application application)
    {
        if (application.IsBeingDeleted)
        {
            return;
        }

        var hasCluster = Destinations.ServerOf(application.Spec, state.Secrets, out _) is not null;
        if (hasCluster && application.Finalizers.Contains(Application.ResourcesFinalizer))
        {
            application.IsBeingDeleted = true;
            state.Events.Add($"{application.Name}: deletes its resources");
        }
        else
        {
            state.Applications.Remove(application);
            state.Events.Add($"{application.Name}: deleted, its resources stay");
        }
    }

    private void Report(ApplicationSet set, string error)
    {
        if (state.Errors.GetValueOrDefault(set.Name, string.Empty) != error)
        {
            state.Errors[set.Name] = error;
            state.Events.Add(error.Length > 0 ? $"{set.Name}: {error}" : $"{set.Name}: all Applications are generated");
        }
    }
}
