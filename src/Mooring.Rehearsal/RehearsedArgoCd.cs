using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Stacks;
using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>Argo CD in the root cluster of a rehearsed fleet, with the directory that Mooring writes and the Secrets that Terraform creates.</summary>
internal sealed class RehearsedArgoCd
{
    /// <summary>Argo CD asks Git for news every three minutes, and syncs of fresh clusters take a few minutes more.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(6);

    /// <summary>Installs Argo CD in a deployed fleet's root cluster, with the directory of the fleet.</summary>
    /// <param name="account">The account.</param>
    /// <param name="fleet">The fleet, which has <c>argoCd.gitOps</c>.</param>
    public RehearsedArgoCd(PretendedAccount account, FleetSpec fleet)
    {
        var argoCd = fleet.ArgoCd!;
        Server = new ArgoCdServer(account, EndpointOf(account, fleet, argoCd)!, argoCd.Namespace) { WithControllers = true };
        Commit(fleet);
        Server.Install(argoCd.GitOps!.RepoUrl, argoCd.GitOps.Path);
        Server.SeeHelmReleases();
    }

    /// <summary>Argo CD.</summary>
    public ArgoCdServer Server { get; }

    /// <summary>Why Argo CD cannot be run for a fleet; <see langword="null"/> where it can, or nothing is delivered by it.</summary>
    public static string? Obstacle(FleetSpec fleet) =>
        fleet.ArgoCd is not { } argoCd || fleet.Clusters.Values.All(cluster => cluster.Delivery != Delivery.ArgoCd) ? null
        : argoCd.IsCapability ? "the stand-ins have no EKS Capability for Argo CD"
        : argoCd.GitOps is null ? "'argoCd.gitOps' is missing"
        : null;

    /// <summary>What of a change is not followed because Argo CD cannot be run; <see langword="null"/> where it can.</summary>
    /// <param name="deployed">The deployed fleet; <see langword="null"/> for none.</param>
    /// <param name="fleet">The next fleet.</param>
    public static string? NotFollowed(FleetSpec? deployed, FleetSpec fleet) =>
        ((deployed is null ? null : Obstacle(deployed)) ?? Obstacle(fleet)) is { } obstacle
            ? $"targets of clusters under 'argocd' delivery, because {obstacle}"
            : null;

    /// <summary>Starts Argo CD where a fleet has one and its root cluster exists.</summary>
    public static RehearsedArgoCd? Start(PretendedAccount account, FleetSpec fleet) =>
        fleet.ArgoCd is { GitOps: not null, IsCapability: false } argoCd && EndpointOf(account, fleet, argoCd) is not null
            ? new RehearsedArgoCd(account, fleet)
            : null;

    /// <summary>Commits the directory of a fleet.</summary>
    public void Commit(FleetSpec fleet) => Commit(fleet, FilesOf(fleet));

    /// <summary>Commits the files of a fleet's directory. A project that the directory does not create is somebody else's, and allows everything.</summary>
    public void Commit(FleetSpec fleet, IReadOnlyDictionary<string, string> files)
    {
        if (fleet.ArgoCd!.GitOps is { CreateProject: false, Project: var project })
        {
            Server.Projects.TryAdd(project, AppProject.Default with { Name = project });
        }

        Server.Repository(fleet.ArgoCd!.GitOps!.RepoUrl).Commit(fleet.ArgoCd.GitOps.Path, files);
    }

    /// <summary>The files of a fleet's directory in Git, by their paths in it; none where the fleet has no <c>argoCd.gitOps</c>.</summary>
    public static Dictionary<string, string> FilesOf(FleetSpec fleet)
    {
        if (fleet.ArgoCd?.GitOps is null)
        {
            return [];
        }

        using var directory = OwnedDirectory.Create(Path.GetTempPath(), JsiiTemporaryFiles.Prefix);
        return FleetGitOps.Write(fleet, directory.Path).ToDictionary(file => file, file => File.ReadAllText(Path.Combine(directory.Path, file)));
    }

    /// <summary>Lets Argo CD do what there is to do.</summary>
    public void Settle() => Server.Wait(s_patience);

    /// <summary>A cluster of another fleet can have the name of one of this fleet.</summary>
    private static string? EndpointOf(PretendedAccount account, FleetSpec fleet, ArgoCdSpec argoCd)
    {
        var (name, location) = (OriginalNames.RootCluster(fleet, argoCd), FleetLocation.OfArgoCd(fleet));
        var place = $":{location.Region}:{location.Account ?? account.AccountId}:";
        return account
            .Of("aws_eks_cluster")
            .Select(each => each.Value)
            .FirstOrDefault(each => each["name"].Text == name && each["arn"].Text?.Contains(place, StringComparison.Ordinal) == true)
            ?["endpoint"].Text;
    }
}
