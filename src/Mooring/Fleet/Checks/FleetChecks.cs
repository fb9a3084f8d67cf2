using Mooring.ArgoCd;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a whole fleet: limits of AWS and Kubernetes, and what one part says of another.</summary>
internal static class FleetChecks
{
    /// <summary>Tags that every resource has, whatever the user's are.</summary>
    private static readonly string[] s_ownTags = ["environment", "fleet"];

    /// <summary>Adds what is wrong with a fleet. Parts that could not be read are not complained about twice.</summary>
    public static void Check(FleetSpec fleet, FaultCollector faults)
    {
        faults.AddIf("name", LoadBalancerLimits.Name(fleet.Name));
        faults.AddIf("environment", KubernetesLimits.LabelValue(fleet.Environment));
        faults.AddIf("region", AwsLimits.Region(fleet.Region));
        faults.AddIf("account", fleet.Account is { } account ? AwsLimits.Account(account) : null);
        faults.AddIf("vpc", AwsLimits.VpcId(fleet.Vpc));
        if (fleet.LoadBalancers.Count + fleet.Clusters.Count == 0 && !faults.IsUnreadable("loadBalancers"))
        {
            faults.Add("clusters", "must have an entry, or 'loadBalancers' must: the fleet is empty");
        }

        CheckTags(fleet, faults);
        CheckIam(fleet.Iam, faults);
        CheckBackend(fleet.Backend, faults);
        CheckArgoCd(fleet, faults);
        CheckController(fleet.Controller, faults);
        // Clusters come first: what a forward means cannot be told while the bindings it may mean have faults.
        foreach (var (name, cluster) in fleet.Clusters)
        {
            new ClusterChecks(fleet, name, cluster, faults).Check();
        }

        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            new LoadBalancerChecks(fleet, name, loadBalancer, faults).Check();
        }
    }

    private static void CheckTags(FleetSpec fleet, FaultCollector faults)
    {
        TagChecks.Check("tags", fleet.Tags, faults);
        foreach (var own in s_ownTags.Where(fleet.Tags.ContainsKey))
        {
            faults.Add($"tags.{own}", $"must be left out: the fleet's '{(own == "fleet" ? "name" : own)}' is this tag");
        }
    }

    private static void CheckIam(IamSpec iam, FaultCollector faults)
    {
        faults.AddIf("iam.path", iam.Path is { } path ? IamLimits.RolePath(path) : null);
        faults.AddIf("iam.permissionsBoundary", iam.PermissionsBoundary is { } boundary ? AwsLimits.PolicyArn(boundary) : null);
        faults.AddIf("iam.maxSessionDuration", iam.MaxSessionDuration is { } seconds ? IamLimits.MaxSessionDuration(TimeSpan.FromSeconds(seconds)) : null);
    }

    private static void CheckBackend(BackendSpec backend, FaultCollector faults)
    {
        object?[] given = [backend.Local, backend.S3, backend.Cloud];
        if (given.Count(choice => choice is not null) > 1)
        {
            faults.Add("backend", "must be one of 'local', 's3' and 'cloud', got more than one");
        }
    }

    private static void CheckArgoCd(FleetSpec fleet, FaultCollector faults)
    {
        if (fleet.ArgoCd is not { } argoCd)
        {
            return;
        }

        faults.AddIf("argoCd.namespace", KubernetesLimits.DnsLabel(argoCd.Namespace));
        faults.AddIf("argoCd.capabilityRole", argoCd.CapabilityRole is { } role ? AwsLimits.RoleArn(role) : null);
        if (!fleet.Clusters.ContainsKey(argoCd.Cluster) && !faults.IsUnreadable("clusters"))
        {
            faults.Add("argoCd.cluster", $"must be the name of a cluster of this fleet, got '{argoCd.Cluster}'");
        }

        if (argoCd.GitOps is { } gitOps)
        {
            faults.AddIf("argoCd.gitOps.repoUrl", ArgoCdLimits.RepoUrl(gitOps.RepoUrl));
            faults.AddIf("argoCd.gitOps.path", ArgoCdLimits.RepositoryPath(gitOps.Path));
            faults.AddIf("argoCd.gitOps.targetRevision", ArgoCdLimits.TargetRevision(gitOps.TargetRevision));
            faults.AddIf("argoCd.gitOps.project", KubernetesLimits.DnsSubdomain(gitOps.Project));
        }
    }

    private static void CheckController(ControllerSpec controller, FaultCollector faults)
    {
        faults.AddIf("controller", controller is { Version: not null, ChartVersion: not null } ? "must have one of 'version' and 'chartVersion', got both" : null);
        faults.AddIf("controller.version", controller.Version is { } version ? ControllerLimits.ControllerVersion(version) : null);
        faults.AddIf("controller.chartVersion", controller.ChartVersion is { } chart ? ControllerLimits.ChartVersion(chart) : null);
        faults.AddIf("controller.imageRepository", ControllerLimits.ImageRepository(controller.ImageRepository));
        faults.AddIf("controller.replicaCount", ControllerLimits.ReplicaCount(controller.ReplicaCount));
    }
}
