using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>A cluster that Argo CD installs into: its resources, and whether its controller runs.</summary>
/// <param name="name">What events call it.</param>
/// <param name="clock">The time.</param>
/// <param name="events">The log.</param>
internal sealed class ManagedCluster(string name, Clock clock, EventLog events)
{
    /// <summary>Time from a new Deployment to its running pods.</summary>
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(5);

    /// <summary>Time until the kubelet has brought another certificate to the running pods.</summary>
    private static readonly TimeSpan s_certificate = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, LiveResource> _live = [];
    private readonly HashSet<string> _degraded = [];
    private int _created;
    private string _served = string.Empty;

    /// <summary>What the controller does with bindings.</summary>
    /// <value>Defaults to a webhook that answers while the controller runs.</value>
    public IBindings? Controller { get; set; }

    /// <summary>Whether pods start: not without nodes, or when the image cannot be pulled.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PodsStart { get; set; } = true;

    /// <summary>What is in it.</summary>
    public IReadOnlyCollection<LiveResource> Live => [.. _live.Values];

    /// <summary>The bindings and their uids.</summary>
    public IReadOnlyDictionary<string, string> BindingUids =>
        Live.Where(each => each.Resource.Kind == ManagedResource.Binding)
            .ToDictionary(each => $"{each.Resource.Namespace}/{each.Resource.Name}", each => each.Uid);

    /// <summary>Whether the controller's pods are ready.</summary>
    public bool ControllerRuns => Deployment is { IsTerminating: false } live && PodsStart && clock.Now >= live.Since + s_start;

    /// <summary>Why the controller's webhooks do not answer; <see langword="null"/> where they do, or where there are none.</summary>
    public string? WebhookError =>
        !Live.Any(each => each.Resource.HasWebhooks) ? null
        : !ControllerRuns ? "no endpoints available for service \"aws-load-balancer-webhook-service\""
        : Live.Where(each => each.Resource.HasWebhooks).SelectMany(each => each.Resource.Authorities).Any(authority => authority != ServedCertificate)
            ? "tls: failed to verify certificate: x509: certificate signed by unknown authority"
        : null;

    /// <summary>What runs the controller; <see langword="null"/> without one.</summary>
    public LiveResource? Deployment => Live.FirstOrDefault(each => each.Resource.Kind == ManagedResource.Deployment);

    private LiveResource? Certificate => Live.FirstOrDefault(each => each.Resource is { Kind: "Secret", Name: ControllerChart.Certificate });

    /// <summary>What the pods serve: pods that started later than the certificate have it at once, others after a minute.</summary>
    private string ServedCertificate
    {
        get
        {
            if (Certificate is not { } secret)
            {
                // cert-manager brings certificate and authorities.
                return _served = string.Empty;
            }

            if (Deployment is not { } running || running.Since >= secret.Since || clock.Now >= secret.Since + s_certificate)
            {
                _served = secret.Resource.Content.TextAt("data") ?? string.Empty;
            }

            return _served;
        }
    }

    /// <summary>A resource by its key.</summary>
    public LiveResource? Find(string key) => _live.GetValueOrDefault(key);

    /// <summary>The resources that an Application tracks.</summary>
    public IEnumerable<LiveResource> Of(string application) => Live.Where(each => each.Application == application);

    /// <summary>Creates or changes a resource, and marks it as the Application's.</summary>
    /// <exception cref="RemoteException">The cluster refuses it.</exception>
    public void Apply(ManagedResource resource, string? application)
    {
        var prior = _live.GetValueOrDefault(resource.Key);
        RequireAccepted(resource, prior);
        // What the pods serve until now, before it changes.
        _ = ServedCertificate;
        var isChanged = prior is null || !prior.Resource.HasContentOf(resource);
        if (isChanged && resource.Kind == ManagedResource.Definition)
        {
            NoteDowngrade(resource, prior?.Resource);
        }

        _live[resource.Key] = new LiveResource(resource, prior?.Uid ?? $"uid-{++_created}", application, isChanged ? clock.Now : prior!.Since)
        {
            IsTerminating = prior?.IsTerminating ?? false,
        };
        if (resource.Kind == ManagedResource.Space)
        {
            Controller?.AddNamespace(resource.Name);
        }

        if (resource.Kind == ManagedResource.Binding && isChanged)
        {
            events.Add($"{name}: {(prior is null ? "registers the targets of" : "follows")} {resource.Namespace}/{resource.Name}");
        }
    }

    /// <summary>Adds what Helm has installed, and its webhooks have accepted, before. No Application tracks it.</summary>
    public void AddExisting(IEnumerable<ManagedResource> resources)
    {
        foreach (var resource in resources.Where(each => Find(each.Key) is null))
        {
            _live.Add(resource.Key, new LiveResource(resource, $"uid-{++_created}", null, clock.Now - s_start));
        }
    }

    /// <summary>Deletes a resource; a binding stays until the controller has removed its targets.</summary>
    public void Delete(string key)
    {
        if (_live.TryGetValue(key, out var live))
        {
            _live[key] = live with { IsTerminating = true };
            Finalize(live.Resource);
        }
    }

    /// <summary>Lets the controller end what is being deleted.</summary>
    public void Tick()
    {
        Controller?.See();
        foreach (var live in Live.Where(each => each.IsTerminating))
        {
            Finalize(live.Resource);
        }
    }

    /// <summary>The health of a resource. Argo CD does not ask a script about what is being deleted: that is progressing.</summary>
    public Health HealthOf(string key) =>
        Find(key) switch
        {
            null or { IsTerminating: true } => Health.Progressing,
            { Resource.Kind: ManagedResource.Deployment } => ControllerRuns ? Health.Healthy : Health.Progressing,
            _ when _degraded.Contains(key) => Health.Degraded,
            _ => Health.Healthy,
        };

    private void RequireAccepted(ManagedResource resource, LiveResource? prior)
    {
        if (resource.HasWebhooks && resource.Content.ListAt("webhooks").Any(webhook => webhook.TextAt("name") is null))
        {
            throw new RemoteException($"{resource.Kind}.admissionregistration.k8s.io \"{resource.Name}\" is invalid: webhooks.name: Required value");
        }

        if (resource.Kind != ManagedResource.Binding)
        {
            return;
        }

        var isServed = resource.IsOfAutoMode
            ? Controller?.ServesAutoMode == true
            : Find($"{ManagedResource.Definition} {ControllerChart.BindingsDefinition}") is not null;
        if (!isServed)
        {
            throw new RemoteException(
                $"The Kubernetes API could not find {resource.Group}/TargetGroupBinding for requested resource "
                    + $"{resource.Namespace}/{resource.Name}. Make sure the \"TargetGroupBinding\" CRD is installed on the destination cluster."
            );
        }

        if (prior is null || !prior.Resource.HasContentOf(resource) || prior.Application is null)
        {
            (Controller ?? new Bindings(this)).Apply(resource, prior?.Resource);
        }
    }

    /// <summary>The definition of parameters is degraded once an older chart replaces a newer one, until it is deleted.</summary>
    private void NoteDowngrade(ManagedResource definition, ManagedResource? prior)
    {
        if (
            definition.Name == ControllerChart.ParametersDefinition
            && Version.TryParse(definition.Content.TextAt("version"), out var now)
            && Version.TryParse(prior?.Content.TextAt("version"), out var before)
            && now < before
        )
        {
            _degraded.Add(definition.Key);
        }
    }

    private void Finalize(ManagedResource resource)
    {
        if (resource.Kind == ManagedResource.Binding && !(Controller ?? new Bindings(this)).Delete(resource))
        {
            return;
        }

        _live.Remove(resource.Key);
        _degraded.Remove(resource.Key);
        if (resource.Kind == ManagedResource.Deployment)
        {
            Controller?.See();
        }

        events.Add(
            resource.Kind == ManagedResource.Binding
                ? $"{name}: deregisters the targets of {resource.Namespace}/{resource.Name}"
                : $"{name}: {resource.Key} is gone"
        );
    }
}
