using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a whole fleet: limits of AWS and Kubernetes, and references between its parts.</summary>
internal static class FleetChecks
{
    /// <summary>Adds the errors of a fleet. Parts that could not be read are not reported twice.</summary>
    public static void Check(FleetSpec fleet, FaultScope root)
    {
        root.Check(fleet.Name, LoadBalancerLimits.Name);
        root.Check(fleet.Name, TerraformText.Verbatim);
        root.Check(fleet.Environment, KubernetesLimits.LabelValue);
        root.Check(fleet.Region, AwsLimits.Region);
        root.Check(fleet.Account, AwsLimits.Account);
        root.Check(fleet.Vpc, AwsLimits.VpcId);
        if (fleet.LoadBalancers.Count + fleet.Clusters.Count == 0 && !root.At(fleet.LoadBalancers).IsUnreadable)
        {
            root.At(fleet.Clusters).Add("must have an entry, or 'loadBalancers' must: the fleet is empty");
        }

        LocationChecks.Check(fleet, root);
        CheckTags(fleet.Tags, root.At(fleet.Tags));
        TargetGroupTagChecks.Check(fleet, root);
        CheckIam(fleet.Iam, root.At(fleet.Iam));
        WarningChecks.CheckSuppressed(fleet, root);
        CheckBackend(fleet, fleet.Backend, root.At(fleet.Backend));
        CheckTerraform(fleet.Terraform, root.At(fleet.Terraform));
        CheckArgoCd(fleet, root);
        ControllerChecks.Check(fleet.Controller, root.At(fleet.Controller));
        var index = new FleetIndex(fleet);
        CheckNames(fleet, root.At(fleet.Clusters));
        OriginalNameChecks.Check(NamedPart.LoadBalancersOf(fleet, root));
        OriginalNameChecks.Check(NamedPart.ClustersOf(fleet, root));
        new NamedTwiceChecks(fleet, root).Check();
        // Clusters come first: the target group of a forward is not known while the bindings have faults.
        foreach (var (name, cluster) in fleet.Clusters)
        {
            new ClusterChecks(index, name, cluster, root.At(fleet.Clusters).Entry(name)).Check();
        }

        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            new LoadBalancerChecks(index, name, loadBalancer, root.At(fleet.LoadBalancers).Entry(name)).Check();
        }
    }

    private static void CheckNames(FleetSpec fleet, FaultScope clusters)
    {
        // That two clusters have one original name has an error of its own.
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var name in fleet.Clusters.Keys.DistinctBy(each => OriginalNames.Cluster(fleet, each)).Where(each => !names.TryAdd(OwnerOf(fleet, each), each))
        )
        {
            clusters
                .Entry(name)
                .AddBeside($"must differ from cluster '{names[OwnerOf(fleet, name)]}' in more than case: the names of their roles would be the same to IAM");
        }
    }

    /// <summary>Whose roles they are: a cluster in an account.</summary>
    private static string OwnerOf(FleetSpec fleet, string cluster) =>
        $"{FleetLocation.OfCluster(fleet, cluster).Account}/{FleetNames.RoleOwner(fleet, cluster)}";

    private static void CheckTags(IReadOnlyDictionary<string, string> tags, FaultScope scope)
    {
        TagChecks.Check(tags, scope, new TagKeys(TagChecks.OfEveryResource));
        foreach (var own in TagChecks.OfEveryResource.Where(tags.ContainsKey))
        {
            scope.Entry(own).Add($"must be left out: the fleet's '{(own == "fleet" ? "name" : own)}' is this tag");
        }
    }

    private static void CheckIam(IamSpec iam, FaultScope scope)
    {
        scope.Check(iam.Path, IamLimits.RolePath);
        scope.Check(iam.PermissionsBoundary, AwsLimits.PolicyArn);
        scope.Check(iam.MaxSessionDuration, seconds => IamLimits.MaxSessionDuration(TimeSpan.FromSeconds(seconds)));
    }

    private static void CheckBackend(FleetSpec fleet, BackendSpec backend, FaultScope scope)
    {
        object?[] given = [backend.Local, backend.S3, backend.Cloud];
        if (given.Count(choice => choice is not null) > 1)
        {
            scope.Add("must be one of 'local', 's3' and 'cloud', got more than one");
        }

        if (backend.S3 is { } s3)
        {
            CheckS3(s3, scope.At(backend.S3));
        }

        if (backend.Cloud is { } cloud)
        {
            var at = scope.At(backend.Cloud);
            at.Check(cloud.Organization, name => TerraformLimits.Organization(name) ?? TerraformText.Verbatim(name));
            at.Check(cloud.Project, name => TerraformLimits.Project(name) ?? TerraformText.Verbatim(name));
            at.Check(cloud.Hostname, TerraformLimits.Hostname);
            at.Check(cloud.Hostname, TerraformText.Verbatim);
            WorkspaceChecks.Check(fleet, cloud, at);
        }
    }

    /// <summary>Adds the errors of an S3 backend.</summary>
    internal static void CheckS3(S3BackendSpec s3, FaultScope at)
    {
        at.Check(s3.Bucket, bucket => AwsLimits.Bucket(bucket) ?? TerraformText.Verbatim(bucket));
        at.Check(s3.Region, AwsLimits.Region);
        at.Check(s3.KeyPrefix, prefix => TerraformLimits.KeyPrefix(prefix) ?? TerraformText.Verbatim(prefix));
    }

    private static void CheckTerraform(TerraformSpec terraform, FaultScope scope)
    {
        scope.Check(terraform.RequiredVersion, version => TerraformLimits.VersionConstraint(version) ?? TerraformText.Verbatim(version));
        var (providers, at) = (terraform.Providers, scope.At(terraform.Providers));
        CheckProvider(providers.Aws, at.At(providers.Aws));
        CheckProvider(providers.Kubernetes, at.At(providers.Kubernetes));
        CheckProvider(providers.Helm, at.At(providers.Helm));
        CheckProvider(providers.Tfe, at.At(providers.Tfe));
    }

    private static void CheckProvider(ProviderSpec provider, FaultScope scope)
    {
        scope.Check(provider.Version, version => TerraformLimits.VersionConstraint(version) ?? TerraformText.Verbatim(version));
        scope.Check(provider.Source, source => TerraformLimits.ProviderSource(source) ?? TerraformText.Verbatim(source));
    }

    private static void CheckArgoCd(FleetSpec fleet, FaultScope root)
    {
        if (fleet.ArgoCd is not { } argoCd)
        {
            return;
        }

        var scope = root.At(fleet.ArgoCd);
        scope.Check(argoCd.Namespace, KubernetesLimits.DnsLabel);
        scope.Check(argoCd.CapabilityRole, AwsLimits.RoleArn);
        CheckRootCluster(fleet, argoCd, scope);
        CapabilityChecks.Check(argoCd, scope);
        ArgoCdGuestChecks.Check(fleet, argoCd, scope.At(argoCd.Guests));

        if (argoCd.GitOps is { } gitOps)
        {
            CheckGitOps(gitOps, scope.At(argoCd.GitOps));
        }
    }

    /// <summary>Argo CD runs in a cluster of this fleet, or all that this fleet needs of it is in the file.</summary>
    private static void CheckRootCluster(FleetSpec fleet, ArgoCdSpec argoCd, FaultScope scope)
    {
        if (scope.At(argoCd.Existing).IsUnreadable)
        {
            return;
        }

        if (argoCd.Existing)
        {
            scope.Check(argoCd.Cluster, name => EksLimits.ClusterName(name) ?? TerraformText.Verbatim(name));
            scope.Check(argoCd.Role, AwsLimits.RoleArn);
            ConnectionChecks.Check(argoCd.Connection, scope.At(argoCd.Connection));
            LocationChecks.CheckName(fleet, argoCd.Location, scope.At(argoCd.Location));
            var isKnown = !scope.At(argoCd.Role).IsUnreadable && !scope.At(argoCd.CapabilityRole).IsUnreadable;
            var hasOne = !isKnown || (argoCd.Role is null) != (argoCd.CapabilityRole is null);
            scope.AddBeside(
                hasOne ? null : $"must have one of 'role' and 'capabilityRole' with 'existing: true', got {(argoCd.Role is null ? "none" : "both")}"
            );
            return;
        }

        const string own = "must be left out without 'existing: true': the root cluster is one of this fleet";
        scope.Check(argoCd.Location, _ => own);
        scope.Check(argoCd.Role, _ => own);
        scope.At(argoCd.Connection).AddBeside(argoCd.Connection is null ? null : $"{own}, and has a 'connection' itself");
        if (!fleet.Clusters.ContainsKey(argoCd.Cluster) && !scope.Root.At(fleet.Clusters).IsUnreadable)
        {
            scope.At(argoCd.Cluster).As(ErrorCodes.UnknownName).Add($"must be the name of a cluster of this fleet, got '{argoCd.Cluster}'");
        }
    }

    private static void CheckGitOps(GitOpsSpec gitOps, FaultScope scope)
    {
        scope.Check(gitOps.RepoUrl, ArgoCdLimits.RepoUrl);
        scope.Check(gitOps.Path, ArgoCdLimits.RepositoryPath);
        scope.Check(gitOps.TargetRevision, ArgoCdLimits.TargetRevision);
        scope.Check(gitOps.Project, KubernetesLimits.DnsSubdomain);
        scope.Check(gitOps.CreateProject, create => ArgoCdLimits.CreateProject(create, gitOps.Project));
    }
}
