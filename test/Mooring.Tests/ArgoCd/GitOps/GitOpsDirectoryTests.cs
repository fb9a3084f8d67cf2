using System.Diagnostics;
using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.ArgoCd.GitOps;
using Mooring.Publishing;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Mooring.TestKit.Snapshots;
using Mooring.Tests.Publishing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.ArgoCd.GitOps;

public class GitOpsDirectoryTests
{
    private const string Controller = "appset-aws-lb-controller.yaml";
    private const string Bindings = "appset-targetgroupbindings.yaml";
    private const string Project = "appproject.yaml";

    private static GitOpsDirectoryProps Minimal =>
        new()
        {
            Fleet = "shop",
            RepoUrl = "https://git.example.com/platform/gitops.git",
            Path = "apps/aws-lb-controller",
        };

    private static GitOpsDirectoryProps Separate => Minimal with { Applications = ApplicationLayout.Separate };

    private static GitOpsDirectoryProps WithProject => Separate with { Project = "platform", CreateProject = true };

    [Fact]
    public void A_cluster_has_one_application_with_two_sources()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Minimal);

        Snapshot.VerifyDirectory("gitops", Read(directory.Path));
    }

    [Fact]
    public void Controller_and_bindings_can_be_applications_of_their_own_as_the_articles()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Separate);

        Snapshot.VerifyDirectory("gitops-separate", Read(directory.Path));
    }

    [Fact]
    public void Clusters_can_have_values_and_an_identity_of_their_own()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(
            directory.Path,
            Minimal with
            {
                RoleSource = RoleSource.PerCluster,
                HasControllerValues = true,
                HasCreatedNamespaces = true,
                Controller = GitOpsDirectory.Controller with { ImageRepository = "registry.example.com/aws-load-balancer-controller", ReplicaCount = 3 },
            }
        );

        Snapshot.VerifyDirectory("gitops-per-cluster", Read(directory.Path));
    }

    [Fact]
    public void A_namespace_that_looks_like_a_number_is_a_string_in_every_file()
    {
        var files = GitOpsDirectory.Files(WithProject with { Namespace = "123" });

        foreach (var (name, text) in files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            text.Should().NotMatchRegex(@"(?m)^\s*namespace: 123\s*$", name);
        }

        files["argocd-cm-patch.yaml"].Should().Contain("namespace: '123'");
    }

    [FactWhereInstalled("kubectl")]
    public void Kustomize_builds_the_application_sets_and_their_project()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Separate with { Project = "platform", CreateProject = true });

        using var kubectl = Process.Start(
            new ProcessStartInfo("kubectl", ["kustomize", directory.Path]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = kubectl.StandardError.ReadToEndAsync();
        var built = Documents(kubectl.StandardOutput.ReadToEnd());
        kubectl.WaitForExit();

        errors.Result.Should().BeEmpty();
        kubectl.ExitCode.Should().Be(0);
        built
            .Select(document => $"{document["kind"]} {document["metadata"]["namespace"]}/{document["metadata"]["name"]}")
            .Should()
            .BeEquivalentTo("AppProject argocd/platform", "ApplicationSet argocd/shop-aws-lb-controller", "ApplicationSet argocd/shop-targetgroupbindings");
    }

    [Theory]
    [InlineData(Controller)]
    [InlineData(Bindings)]
    public void One_application_is_created_for_each_labelled_cluster(string file)
    {
        var spec = Documents(GitOpsDirectory.Files(Separate)[file]).Single()["spec"];

        spec["goTemplate"].ToString().Should().Be("true");
        spec["goTemplateOptions"][0].ToString().Should().Be("missingkey=error");
        var clusters = spec["generators"][0]["clusters"];
        clusters["selector"]["matchLabels"]["aws-lb-controller/enabled"].ToString().Should().Be("true");
        clusters["selector"]["matchLabels"]["aws-lb-controller/fleet"].ToString().Should().Be("shop");
        spec["syncPolicy"]["preserveResourcesOnDeletion"].ToString().Should().Be("true");
        var template = spec["template"];
        template["spec"]["destination"]["server"].ToString().Should().Be("{{ .server }}");
        template["spec"]["destination"]["namespace"].ToString().Should().Be("aws-lb-controller");
        var policy = template["spec"]["syncPolicy"];
        policy["automated"]["prune"].ToString().Should().Be("true");
        policy["automated"]["selfHeal"].ToString().Should().Be("true");
        policy["retry"]["limit"].ToString().Should().Be("5", "an endless retry repeats the values that it began with");
        Texts(policy["syncOptions"]).Should().Contain("CreateNamespace=true", "PruneLast=true");
    }

    [Fact]
    public void The_application_sets_contain_no_cluster_account_or_region()
    {
        foreach (var text in new[] { Controller, Bindings }.Select(file => GitOpsDirectory.Files(Separate)[file]))
        {
            text.Should().NotContainAny("arn:aws", "vpc-0", "eu-west", "us-east").And.NotMatchRegex("[0-9]{12}");
        }
    }

    [Theory]
    [InlineData(Controller, "aws-lb-controller-")]
    [InlineData(Bindings, "targetgroupbindings-")]
    public void The_longest_name_of_an_application_still_fits_a_label(string file, string prefix)
    {
        Documents(GitOpsDirectory.Files(Separate)[file])
            .Single()["spec"]["template"]["metadata"]["name"]
            .ToString()
            .Should()
            .Be($"{prefix}{{{{ .values.application }}}}");
        GitOpsDirectory.ApplicationLength.Should().Be(43);
        (prefix.Length + GitOpsDirectory.ApplicationLength).Should().BeLessThanOrEqualTo(63);
    }

    [Fact]
    public void The_controllers_service_account_has_the_role_in_the_secret()
    {
        Values(Minimal)["serviceAccount"]["annotations"]["eks.amazonaws.com/role-arn"].ToString().Should().Be("{{ .values.roleArn }}");
        ErrorOf(Minimal).Should().Contain("aws-lb-controller/role-arn");
    }

    [Fact]
    public void With_pod_identity_no_role_annotation_is_needed()
    {
        var props = Minimal with { RoleSource = RoleSource.PodIdentity };

        ErrorOf(props).Should().NotContain("role-arn");
        GitOpsDirectory.Files(props)[Controller].Should().NotContain("role-arn");
        GitOpsDirectory.Files(props)["README.md"].Should().NotContain("role-arn");
    }

    [Fact]
    public void A_fleet_can_move_to_pod_identity_cluster_by_cluster()
    {
        var text = GitOpsDirectory.Files(Separate with { RoleSource = RoleSource.PerCluster })[Controller];

        ErrorOf(Minimal with { RoleSource = RoleSource.PerCluster }).Should().NotContain("role-arn");
        text.Should()
            .Contain(
                """
                              {{- if .values.roleArn }}
                              annotations:
                                eks.amazonaws.com/role-arn: '{{ .values.roleArn }}'
                              {{- end }}
                """
            );
    }

    [Fact]
    public void The_version_of_the_chart_and_what_follows_it_come_from_the_secret()
    {
        var source = ControllerSourceOf(Minimal);

        source["targetRevision"].ToString().Should().Be("{{ .values.chartVersion }}");
        var values = source["helm"]["values"].ToString();
        values.Should().Contain("controllerConfig: {{ .values.controllerConfig }}\n").And.Contain("resources: {{ .values.resources }}\n");
        values.Should().NotContain("keepTLSSecret", "it needs a look at the cluster, which Argo CD does not give the chart");
    }

    [Fact]
    public void The_controllers_application_has_no_cluster_name_where_the_secret_lacks_an_annotation() =>
        ControllerSourceOf(Separate)["helm"]
            ["values"]
            .ToString()
            .Should()
            .Contain("clusterName: '{{ if not .values.error }}{{ .values.clusterName }}{{ end }}'", "its chart fails without one");

    [Fact]
    public void Cluster_settings_of_a_release_are_ignored()
    {
        var props = Minimal with
        {
            Controller = GitOpsDirectory.Controller with
            {
                ClusterName = "blue",
                Region = "eu-west-1",
                RoleArn = "arn:aws:iam::111122223333:role/blue",
                ChartVersion = "1.4.4",
                Resources = new() { Limits = new() { Memory = "1Gi" } },
            },
        };

        GitOpsDirectory.Files(props)[Controller].Should().Be(GitOpsDirectory.Files(Minimal)[Controller]);
    }

    [Fact]
    public void Project_namespace_and_revision_can_be_chosen()
    {
        var files = GitOpsDirectory.Files(Separate with { Project = "platform", Namespace = "gitops", TargetRevision = "release/1.2" });

        foreach (var file in new[] { Controller, Bindings })
        {
            var set = Documents(files[file]).Single();
            set["metadata"]["namespace"].ToString().Should().Be("gitops");
            set["spec"]["template"]["spec"]["project"].ToString().Should().Be("platform");
        }

        Documents(files[Bindings]).Single()["spec"]["template"]["spec"]["source"]["targetRevision"].ToString().Should().Be("release/1.2");
        Documents(files["argocd-cm-patch.yaml"]).Single()["metadata"]["namespace"].ToString().Should().Be("gitops");
    }

    [Theory]
    [InlineData("apps/aws-lb-controller", "apps/aws-lb-controller/chart")]
    [InlineData(".", "chart")]
    public void The_chart_is_found_in_the_repository(string path, string chart) =>
        Documents(GitOpsDirectory.Files(Separate with { Path = path })[Bindings])
            .Single()["spec"]["template"]["spec"]["source"]["path"]
            .ToString()
            .Should()
            .Be(chart);

    [Fact]
    public void Fails_when_argo_cds_own_project_would_be_defined()
    {
        var write = () => GitOpsDirectory.Files(Minimal with { CreateProject = true });

        write
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'CreateProject' must be false for project 'default', which is Argo CD's own: name another 'project'");
    }

    [Fact]
    public void Fails_when_the_fleets_name_is_no_dns_label()
    {
        var write = () => GitOpsDirectory.Files(Minimal with { Fleet = "Shop" });

        write
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'Fleet' must be 1 to 32 lower-case letters, digits and hyphens, a letter or digit at both ends, got 'Shop' (4 characters)");
    }

    [Theory]
    [InlineData(ApplicationLayout.Together)]
    [InlineData(ApplicationLayout.Separate)]
    public void A_sync_applies_the_certificate_whole(ApplicationLayout layout) =>
        GitOpsDirectory
            .Files(Minimal with { Applications = layout })[Controller]
            .Should()
            .Contain("ignoreDifferences:")
            .And.NotContain("RespectIgnoreDifferences");

    [Fact]
    public void Nothing_in_a_cluster_is_removed_unless_its_secret_asks_for_it() =>
        Documents(GitOpsDirectory.Files(Minimal)[Controller])
            .Single()["spec"]["templatePatch"]
            .ToString()
            .Should()
            .Contain("""finalizers: {{ if eq .values.onRemoval "delete" }}["resources-finalizer.argocd.argoproj.io"]{{ else }}[]{{ end }}""");

    [Fact]
    public void Fails_when_the_path_leads_out_of_the_repository()
    {
        var write = () => GitOpsDirectory.Files(Minimal with { Path = "../apps" });

        write
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'Path' must be a folder of the repository such as 'apps/aws-lb-controller', or '.', got '../apps'");
    }

    [Fact]
    public void Fails_when_the_repository_has_no_url()
    {
        var write = () => GitOpsDirectory.Files(Minimal with { RepoUrl = "https://git.example.com/{{ .name }}" });

        write.Should().Throw<ArgumentException>().WithMessage("'RepoUrl' must be the URL of a Git repository, got 'https://git.example.com/{{ .name }}'");
    }

    [Fact]
    public void Fails_when_the_revision_is_not_valid()
    {
        var write = () => GitOpsDirectory.Files(Minimal with { TargetRevision = "" });

        write.Should().Throw<ArgumentException>().WithMessage("'TargetRevision' must be a branch, a tag or a commit, got ''");
    }

    [Fact]
    public void Other_files_in_the_directory_stay()
    {
        using var directory = new TemporaryDirectory();
        var others = Path.Combine(directory.Path, "chart", "ci.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(others)!);
        File.WriteAllText(others, "others: true\n");

        GitOpsDirectory.Write(directory.Path, Minimal);

        File.ReadAllText(others).Should().Be("others: true\n");
    }

    [Fact]
    public void A_file_that_is_no_longer_written_is_removed()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Minimal);
        var stale = Path.Combine(directory.Path, "chart", "templates", "old.yaml");
        File.WriteAllText(stale, "kind: Old\n");
        File.AppendAllText(Path.Combine(directory.Path, ".mooring-files"), "chart/templates/old.yaml\n");

        GitOpsDirectory.Write(directory.Path, Minimal);

        File.Exists(stale).Should().BeFalse();
        Read(directory.Path).Keys.Should().BeEquivalentTo([.. GitOpsDirectory.Files(Minimal).Keys, ".mooring-files"]);
    }

    [Fact]
    public void A_list_cannot_remove_files_outside_of_the_directory()
    {
        using var directory = new TemporaryDirectory();
        var outside = Path.Combine(directory.Path, "outside.txt");
        var inside = Path.Combine(directory.Path, "gitops");
        Directory.CreateDirectory(inside);
        File.WriteAllText(outside, "stays");
        File.WriteAllText(Path.Combine(inside, ".mooring-files"), $"../outside.txt\n{outside}\n");

        GitOpsDirectory.Write(inside, Minimal);

        File.Exists(outside).Should().BeTrue();
    }

    [Fact]
    public void A_failure_leaves_the_last_output()
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Minimal);
        var before = Read(directory.Path);

        var write = () => GitOpsDirectory.Write(directory.Path, Minimal with { Namespace = "Argo CD" });

        write.Should().Throw<ArgumentException>();
        Read(directory.Path).Should().BeEquivalentTo(before);
    }

    [Theory]
    [InlineData(Fault.Once)]
    [InlineData(Fault.DeathIn)]
    [InlineData(Fault.DeathAfter)]
    public void Whatever_call_fails_the_directory_has_the_last_files_or_the_new_ones(Fault fault)
    {
        using var directory = new TemporaryDirectory();
        GitOpsDirectory.Write(directory.Path, Minimal);
        var after = Read(directory.Path);
        GitOpsDirectory.Write(directory.Path, WithProject);
        var before = Read(directory.Path);

        for (var at = 1; ; at++)
        {
            var files = new FaultyFileSystem(at, fault);
            var write = () => GitOpsDirectory.Write(directory.Path, Minimal, files);
            try
            {
                write();
                files.Happened.Should().BeFalse();
                at.Should().BeGreaterThan(40);
                break;
            }
            catch (IOException)
            {
                if (fault == Fault.Once)
                {
                    Read(directory.Path).Should().BeEquivalentTo(before);
                }
            }

            Publication.Recover(new PublishedDirectory(directory.Path), DiskFileSystem.Instance);
            Read(directory.Path).Should().ContainKey("kustomization.yaml");
            if (Read(directory.Path).ContainsKey(Project))
            {
                Read(directory.Path).Should().BeEquivalentTo(before);
            }
            else
            {
                Read(directory.Path).Should().BeEquivalentTo(after);
                GitOpsDirectory.Write(directory.Path, WithProject);
            }
        }
    }

    [Fact]
    public void Symbolic_links_are_not_followed()
    {
        using var directory = new TemporaryDirectory();
        var elsewhere = Directory.CreateDirectory(Path.Combine(directory.Path, "elsewhere")).FullName;
        var theirs = Path.Combine(elsewhere, "theirs.yaml");
        File.WriteAllText(theirs, "theirs: true\n");
        var inside = Path.Combine(directory.Path, "gitops");
        GitOpsDirectory.Write(inside, Minimal);
        Directory.CreateSymbolicLink(Path.Combine(inside, "linked"), elsewhere);
        File.CreateSymbolicLink(Path.Combine(inside, "link.yaml"), theirs);
        File.AppendAllText(Path.Combine(inside, ".mooring-files"), "linked/theirs.yaml\nlink.yaml\nlinked\nchart\n\0\n");

        GitOpsDirectory.Write(inside, Minimal);

        File.ReadAllText(theirs).Should().Be("theirs: true\n");
        File.Exists(Path.Combine(inside, "link.yaml")).Should().BeTrue();
        File.Delete(Path.Combine(inside, "kustomization.yaml"));
        File.CreateSymbolicLink(Path.Combine(inside, "kustomization.yaml"), theirs);
        var write = () => GitOpsDirectory.Write(inside, WithProject);
        write.Should().Throw<IOException>().WithMessage("*kustomization.yaml must be a file, and is a symbolic link: move it away.");
        File.ReadAllText(theirs).Should().Be("theirs: true\n");
        File.Exists(Path.Combine(inside, Project)).Should().BeFalse();
    }

    private static Dictionary<string, string> Read(string directory) =>
        Directory
            .GetFiles(directory, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText);

    /// <summary>The values that the controller's chart gets.</summary>
    private static YamlMappingNode Values(GitOpsDirectoryProps props) =>
        Documents(
                ControllerSourceOf(props)["helm"]
                    ["values"]
                    .ToString()
                    .Replace("{{ .values.controllerConfig }}", "{}", StringComparison.Ordinal)
                    .Replace("{{ .values.resources }}", "{}", StringComparison.Ordinal)
            )
            .Single();

    private static string ErrorOf(GitOpsDirectoryProps props) =>
        Documents(GitOpsDirectory.Files(props)[Controller]).Single()["spec"]["generators"][0]["clusters"]["values"]["error"].ToString();

    private static YamlNode ControllerSourceOf(GitOpsDirectoryProps props)
    {
        var spec = Documents(GitOpsDirectory.Files(props)[Controller]).Single()["spec"]["template"]["spec"];
        return props.Applications == ApplicationLayout.Together ? spec["sources"][1] : spec["source"];
    }

    private static YamlMappingNode[] Documents(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. stream.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    private static IEnumerable<string> Texts(YamlNode list) => ((YamlSequenceNode)list).Select(node => node.ToString());
}
