using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.Remote;
using Mooring.TestKit;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>Argo CD with the reviewed GitOps directory of the snapshots, in which a test can replace texts.</summary>
internal sealed class PretendedArgoCd
{
    /// <summary>What begins the names of the Applications.</summary>
    public const string Blue = "aws-lb-controller-shop-blue";

    /// <summary>The other cluster's.</summary>
    public const string Green = "aws-lb-controller-shop-green";

    private const string Root = "https://root.example.com";
    private const string Url = "https://git.example.com/platform/gitops.git";
    private const string Path = "apps/aws-lb-controller";

    /// <summary>Replaces the endless retry that Mooring does not write.</summary>
    public static readonly (string, string) EndlessRetry = ("limit: 5", "limit: -1");

    /// <summary>Respects the ignored differences, which Mooring does not.</summary>
    public static readonly (string, string) Respect = ("- PruneLast=true", "- PruneLast=true\n          - RespectIgnoreDifferences=true");

    /// <summary>Deletes resources with an Application, as an ApplicationSet does by default.</summary>
    public static readonly (string, string)[] Cascade =
    [
        ("preserveResourcesOnDeletion: true", "preserveResourcesOnDeletion: false"),
        ("""{{ if eq .values.onRemoval "delete" }}["resources-finalizer.argocd.argoproj.io"]{{ else }}[]{{ end }}""", "[]"),
    ];

    /// <summary>The destination by the cluster's name.</summary>
    public static readonly (string, string) ByName = ("server: '{{ .server }}'", "name: '{{ .name }}'");

    private readonly Dictionary<string, Registration> _registered = [];
    private int _seen;

    private PretendedArgoCd(string snapshot, (string Old, string New)[] replacements)
    {
        Server = new ArgoCdServer(Account, Root);
        Server.Repository(Url).Commit(Path, Files(snapshot, replacements));
        Server.Install(Url, Path);
    }

    /// <summary>The account.</summary>
    public PretendedAccount Account { get; } = new("111122223333");

    /// <summary>Argo CD.</summary>
    public ArgoCdServer Server { get; }

    /// <summary>What happened since the last time.</summary>
    public IReadOnlyList<string> News
    {
        get
        {
            var news = Server.Events.Since(_seen);
            _seen = Server.Events.Count;
            return news;
        }
    }

    /// <summary>With controller and bindings in one Application.</summary>
    public static PretendedArgoCd Together(params (string Old, string New)[] replacements) => new("gitops", replacements);

    /// <summary>With an Application each.</summary>
    public static PretendedArgoCd Separate(params (string Old, string New)[] replacements) => new("gitops-separate", replacements);

    /// <summary>Files of a snapshot with texts replaced.</summary>
    public static Dictionary<string, string> Files(string snapshot, params (string Old, string New)[] replacements)
    {
        var folder = Repository.PathOf("main.tf.json.snapshots", snapshot);
        var files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
        foreach (var (old, @new) in replacements)
        {
            var changed = files.Where(file => file.Value.Contains(old, StringComparison.Ordinal)).Select(file => file.Key).ToArray();
            if (changed.Length == 0)
            {
                throw new ArgumentException($"the directory has no '{old}'", nameof(replacements));
            }

            Array.ForEach(changed, file => files[file] = files[file].Replace(old, @new, StringComparison.Ordinal));
        }

        return files;
    }

    /// <summary>The cluster of a name.</summary>
    public ManagedCluster Cluster(string name) => Server.Cluster($"https://{name}.example.com");

    /// <summary>Applies registrations, and lets time pass until pods run.</summary>
    public PretendedArgoCd Running(params string[] clusters)
    {
        Register([.. clusters.Select(cluster => new Registration(cluster))]);
        Server.Wait(TimeSpan.FromSeconds(30));
        _ = News;
        return this;
    }

    /// <summary>Applies registrations as Terraform does.</summary>
    public void Register(params Registration[] registrations)
    {
        foreach (var registration in registrations)
        {
            _registered[registration.SecretName] = registration;
            Account.Put(registration.In(Root));
        }
    }

    /// <summary>Changes the registration of a cluster, and waits a moment.</summary>
    public void Change(string cluster, Func<Registration, Registration> change, int seconds = 0)
    {
        Register(change(_registered[$"shop-{cluster}"]));
        Server.Wait(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Deletes the Secret of a cluster.</summary>
    public void Unregister(string cluster)
    {
        Account.Remove(each => each.Id == $"argocd/shop-{cluster}");
        Server.Settle();
    }

    /// <summary>Commits the directory again with texts replaced.</summary>
    public void Commit(string snapshot, params (string Old, string New)[] replacements) => Server.Repository(Url).Commit(Path, Files(snapshot, replacements));

    /// <summary>Installs a second directory.</summary>
    public void InstallBeside(params (string Old, string New)[] replacements)
    {
        Server.Repository(Url).Commit("apps/second", Files("gitops", replacements));
        Server.Install(Url, "apps/second");
    }

    /// <summary>The directory behind the root cluster's endpoint.</summary>
    public static string RootEndpoint => Root;
}
