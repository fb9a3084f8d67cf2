using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Argo CD, as it was seen to behave, over the directory that Mooring writes and the Secrets that Terraform creates.</summary>
public sealed class ArgoCdTests : SmallFleetSession
{
    private const string Blue = "aws-lb-controller-shop-blue";

    private const string Green = """

          green:
            delivery: argocd
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80 }
        """;

    private static readonly (string, string) s_argoCd = ("delivery: helm", "delivery: argocd");
    private static readonly (string, string) s_theirs = ("delivery: helm", "delivery: argocd\n    controller: { install: false, role: theirs }");
    private static readonly (string, string) s_deleting = ("delivery: helm", "delivery: argocd\n    registration: { onRemoval: delete }");

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("together")]
    [InlineData("separate")]
    public async Task Each_cluster_gets_its_applications_and_terraform_sees_no_change_of_argo_cds(string layout)
    {
        var fleet = FleetInGit(layout, Green, s_argoCd);
        var stacks = await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(60);

        string[] names = ["blue", "green"];
        argoCd
            .Synced.Should()
            .Equal([
                .. names.Select(name => $"aws-lb-controller-shop-{name}"),
                .. names.Where(_ => layout == "separate").Select(name => $"targetgroupbindings-shop-{name}"),
            ]);
        argoCd.Server.Applications.Should().OnlyContain(application => application.IsSynced);
        names.Select(name => argoCd.Cluster(name).BindingUids.Count).Should().Equal(1, 1);
        argoCd.Cluster("root").Live.Should().BeEmpty("it has no bindings");

        // Argo CD writes the Secrets of clusters whose cache is refreshed.
        Array.ForEach(names, name => argoCd.Server.RefreshCluster($"shop-{name}"));
        foreach (var name in names)
        {
            (await stacks.Named($"registration-{name}").PlanAsync()).IsEmpty.Should().BeTrue();
        }
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_secret_that_lost_its_annotations_stops_its_own_cluster_alone_and_is_named()
    {
        var fleet = FleetInGit("together", Green, s_argoCd);
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);
        argoCd.Wait(30);

        var green = Secret("green");
        Session.Account.Put(green with { Value = (ObjectValue)ValuePath.Set(green.Value, "metadata.annotations", Value.Null) });
        await Session.DeployAsync(FleetInGit("together", Green, s_argoCd, Port(8080)), "registration-blue");
        argoCd.Wait(30);

        argoCd.Port("blue").Should().Be("8080", "its change arrives");
        argoCd.Server.Errors.Should().BeEmpty("the generation goes on");
        argoCd
            .Server.Application("aws-lb-controller-shop-green")
            .Condition.Should()
            .Contain("cluster shop-green has no annotation aws-lb-controller/bindings. ");
        argoCd.Cluster("green").BindingUids.Should().ContainSingle("nothing is removed");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_corrected_fleet_arrives_after_the_retries()
    {
        var fleet = FleetInGit("together", string.Empty, s_argoCd);
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);
        argoCd.Wait(30);

        argoCd.Cluster("blue").Controller = new RefusingPort("8080");
        await Session.DeployAsync(FleetInGit("together", string.Empty, s_argoCd, Port(8080)), "registration-blue");
        argoCd.Wait(30);
        await Session.DeployAsync(FleetInGit("together", string.Empty, s_argoCd, Port(8081)), "registration-blue");
        argoCd.Wait(60);
        argoCd.Port("blue").Should().Be("80", "the sync repeats the values that it began with");
        argoCd.Wait(300);

        argoCd.Port("blue").Should().Be("8081");
        argoCd.Synced.Should().Equal(Blue);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_leaves_argo_cd_keeps_everything_unless_its_secret_asked_for_the_removal()
    {
        var fleet = FleetInGit("together", string.Empty, s_argoCd);
        var stacks = await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);
        argoCd.Wait(30);
        var bindings = argoCd.Cluster("blue").BindingUids;
        _ = argoCd.News;

        // Its Secret goes and comes back: what is in the cluster is adopted.
        await stacks.Named("registration-blue").DestroyAsync();
        argoCd.Wait(60);
        argoCd.News.Should().Equal($"{Blue}: deleted, its resources stay");
        await Session.DeployAsync(fleet, "registration-blue");
        argoCd.Wait(60);
        argoCd.News.Should().Equal($"{Blue}: created");
        argoCd.Cluster("blue").BindingUids.Should().Equal(bindings);

        // It asks for the removal first, and leaves then.
        await Session.DeployAsync(FleetInGit("together", string.Empty, s_deleting), "registration-blue");
        argoCd.Wait(30);
        argoCd.Cluster("blue").BindingUids.Should().Equal(bindings);
        await Session.DeployAsync(FleetInGit("together", string.Empty), "registration-blue");
        argoCd.Wait(30);
        argoCd.News.Should().ContainInOrder($"{Blue}: deletes its resources", Deregisters(bindings), $"{Blue}: deleted");
        argoCd.Cluster("blue").Live.Should().OnlyContain(live => live.Resource.Kind == ManagedResource.Definition);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_live_cluster_that_is_handed_over_and_back_keeps_its_bindings()
    {
        await Session.DeployAsync(FleetInGit("together", string.Empty));
        var toArgoCd = FleetInGit("together", string.Empty, ("delivery: helm", "delivery: argocd\n    handoverFrom: helm"));
        var argoCd = new FleetInArgoCd(Session.Account, toArgoCd);
        argoCd.Wait(30);
        argoCd.Server.Applications.Should().BeEmpty("the label is \"false\"");
        var bindings = argoCd.Cluster("blue").BindingUids;
        bindings.Should().ContainSingle();

        await Session.DeployAsync(toArgoCd);
        argoCd.Wait(120);
        argoCd.Synced.Should().Equal(Blue);
        argoCd.News.Should().Contain($"{Blue}: adopts TargetGroupBinding {bindings.Keys.Single()}");

        await Session.DeployAsync(FleetInGit("together", string.Empty, ("delivery: helm", "delivery: helm\n    handoverFrom: argocd")));
        argoCd.Wait(120);
        argoCd.News.Should().Equal($"{Blue}: deleted, its resources stay");

        argoCd.Cluster("blue").BindingUids.Should().Equal(bindings);
        argoCd.Server.Events.All.Should().NotContain(Deregisters(bindings));
        HelmReleases
            .ResourcesIn(Session.Account, Secret("blue").Value.At("data", "server").Text!)
            .Where(resource => resource.Kind == ManagedResource.Binding)
            .Select(resource => $"{resource.Namespace}/{resource.Name}")
            .Should()
            .Equal(bindings.Keys, "Helm takes the same ones over");
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("together")]
    [InlineData("separate")]
    public async Task Where_somebody_takes_the_controller_over_the_bindings_go_on_without_it_and_come_back(string layout)
    {
        var installing = FleetInGit(layout, string.Empty, s_argoCd);
        await Session.DeployAsync(installing);
        var argoCd = new FleetInArgoCd(Session.Account, installing);
        argoCd.Wait(60);
        var bindings = argoCd.Cluster("blue").BindingUids;
        bindings.Should().ContainSingle();

        await Session.DeployAsync(FleetInGit(layout, string.Empty, s_theirs));
        argoCd.Wait(120);
        argoCd.Synced.Should().Equal("targetgroupbindings-shop-blue");
        argoCd.Cluster("blue").ControllerRuns.Should().BeTrue("it stays for whoever took it over");
        Session.Account.Of("aws_iam_role").Should().NotContain(role => role.Id == "blue-aws-lb-controller");

        await Session.DeployAsync(installing);
        argoCd.Wait(120);
        argoCd.Synced.Should().Equal([Blue, .. layout == "separate" ? ["targetgroupbindings-shop-blue"] : Array.Empty<string>()]);

        argoCd.Cluster("blue").BindingUids.Should().Equal(bindings);
        argoCd.Server.Events.All.Should().NotContain(Deregisters(bindings));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Bindings_alone_wait_for_the_controller_that_somebody_installs()
    {
        var fleet = FleetInGit("together", string.Empty, ("delivery: helm", "delivery: argocd\n    controller: { install: false }"));
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(60);

        argoCd.Synced.Should().BeEmpty();
        argoCd.Cluster("blue").Live.Should().BeEmpty("Argo CD installs no controller");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_annotation_of_the_user_is_a_text_to_terraform_and_to_the_templates()
    {
        const string text = "{{ fail `no` }} ${path.cwd} %{ if true }";
        var fleet = FleetInGit(
            "together",
            string.Empty,
            ("delivery: helm", $"delivery: argocd\n    registration: {{ annotations: {{ team.example.com/motto: \"{text}\" }} }}")
        );
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(60);

        argoCd.Synced.Should().Equal(Blue);
        Secret("blue").Value.At("metadata", "annotations", "team.example.com/motto").Text.Should().Be(text);
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("together")]
    [InlineData("separate")]
    public async Task A_clusters_own_settings_reach_its_controller_and_no_other(string layout)
    {
        const string own = "{ identity: podIdentity, replicaCount: 1, nodeSelector: { tier: web }, values: { env: { MOTTO: '{{ fail }} ${x}' } } }";
        var fleet = FleetInGit(
            layout,
            Green,
            ("vpc:", "controller: { replicaCount: 3 }\nvpc:"),
            ("delivery: helm", $"delivery: argocd\n    controller: {own}")
        );
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(120);

        argoCd.Server.Errors.Should().BeEmpty();
        var (blue, green) = (ValuesOf(argoCd, "blue"), ValuesOf(argoCd, "green"));
        blue["replicaCount"]!.GetValue<long>().Should().Be(1);
        $"{blue["nodeSelector"]!["tier"]}".Should().Be("web");
        $"{blue["env"]!["MOTTO"]}".Should().Be("{{ fail }} ${x}");
        green["replicaCount"]!.GetValue<long>().Should().Be(3);
        green.Should().NotContainKeys("nodeSelector", "env");
        RoleOf(argoCd, "blue").Should().BeNull("EKS Pod Identity needs no annotation");
        RoleOf(argoCd, "green").Should().EndWith("role/green-aws-lb-controller");
        foreach (var name in new[] { "blue", "green" })
        {
            argoCd.Cluster(name).BindingUids.Should().ContainSingle();
        }
    }

    /// <summary>The directory of before does not know the annotation, and the Secret of before has none: neither stops the cluster.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_setting_arrives_when_both_directory_and_registration_have_it()
    {
        var before = FleetInGit("together", string.Empty, s_argoCd);
        await Session.DeployAsync(before);
        var argoCd = new FleetInArgoCd(Session.Account, before);
        argoCd.Wait(60);
        var bindings = argoCd.Cluster("blue").BindingUids;
        var after = FleetInGit("together", string.Empty, ("delivery: helm", "delivery: argocd\n    controller: { priorityClass: platform }"));

        argoCd.Commit(after);
        argoCd.Wait(240);
        argoCd.Synced.Should().Equal(Blue);
        ValuesOf(argoCd, "blue").Should().NotContainKey("priorityClassName");
        await Session.DeployAsync(after, "registration-blue");
        argoCd.Wait(240);

        $"{ValuesOf(argoCd, "blue")["priorityClassName"]}".Should().Be("platform");
        argoCd.Synced.Should().Equal(Blue);
        argoCd.Cluster("blue").BindingUids.Should().Equal(bindings);
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("together")]
    [InlineData("separate")]
    public async Task A_missing_namespace_is_created_on_demand_and_stays(string layout)
    {
        var created = ("namespace: ingress-nginx", "namespace: ingress-nginx\n          createNamespace: true");
        var fleet = FleetInGit(layout, string.Empty, s_deleting, created);
        Session.Account.MissingNamespaces.Add("ingress-nginx");
        var stacks = await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(180);
        argoCd.Server.Applications.Should().OnlyContain(application => application.IsSynced);
        argoCd.Cluster("blue").BindingUids.Should().ContainSingle();
        argoCd.Cluster("blue").Find("Namespace ingress-nginx").Should().NotBeNull();

        // Without the key it is nothing that Argo CD would prune or report.
        var without = FleetInGit(layout, string.Empty, s_deleting);
        await Session.DeployAsync(without, "registration-blue");
        argoCd.Commit(without);
        argoCd.Wait(240);
        argoCd.Server.Applications.Should().OnlyContain(application => application.IsSynced);
        argoCd.Cluster("blue").Find("Namespace ingress-nginx").Should().NotBeNull();

        // Nor does it go with everything else of the cluster. Of two Applications, the controller's may go first, and the bindings wait for it.
        await Session.DeployAsync(FleetInGit(layout, string.Empty), "registration-blue");
        argoCd.Wait(60);
        argoCd.Server.Applications.Any().Should().Be(layout == "separate");
        argoCd.Cluster("blue").Find("Namespace ingress-nginx").Should().NotBeNull();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_missing_namespace_is_a_failed_sync_that_names_it()
    {
        var fleet = FleetInGit("together", string.Empty, s_argoCd);
        Session.Account.MissingNamespaces.Add("ingress-nginx");
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);

        argoCd.Wait(600);

        argoCd.Server.Application(Blue).Condition.Should().Contain("namespaces \"ingress-nginx\" not found");
    }

    /// <summary>Argo CD takes it for another cluster, and for the Applications it is the same.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Another_way_to_a_cluster_keeps_its_bindings()
    {
        const string way = "{ host: \"https://blue.example.com\", proxyUrl: \"http://proxy.example.com:3128\" }";
        var fleet = FleetInGit("together", string.Empty, s_argoCd);
        await Session.DeployAsync(fleet);
        var argoCd = new FleetInArgoCd(Session.Account, fleet);
        argoCd.Wait(30);
        var before = argoCd.Cluster("blue").BindingUids.ToDictionary();
        before.Should().NotBeEmpty();

        var next = FleetInGit("together", string.Empty, ("delivery: helm", $"delivery: argocd\n    registration: {{ connection: {way} }}"));
        var stacks = await Session.DeployAsync(next, "registration-blue");
        argoCd.Wait(60);

        argoCd.Synced.Should().Contain(Blue);
        argoCd.Server.Application(Blue).Condition.Should().BeEmpty();
        argoCd.Cluster("blue").BindingUids.Should().BeEquivalentTo(before);
        argoCd.Server.RefreshCluster("shop-blue");
        (await stacks.Named("registration-blue").PlanAsync()).IsEmpty.Should().BeTrue("the Secret is as Argo CD writes it");
    }

    private static JsonObject ValuesOf(FleetInArgoCd argoCd, string cluster) =>
        argoCd.Cluster(cluster).Live.Single(live => live.Resource.Kind == ManagedResource.Deployment).Resource.Content["values"]!.AsObject();

    private static string? RoleOf(FleetInArgoCd argoCd, string cluster) =>
        argoCd
            .Cluster(cluster)
            .Live.Single(live => live.Resource.Kind == "ServiceAccount")
            .Resource.Content["annotations"]
            ?["eks.amazonaws.com/role-arn"]?.ToString();

    private static FleetSpec FleetInGit(string layout, string more, params (string Old, string New)[] replacements) =>
        FleetWith(
            more,
            [
                ("  cluster: root\n", $"  cluster: root\n  gitOps:\n    repoUrl: https://git.example.com/platform/apps.git\n    applications: {layout}\n"),
                .. replacements,
            ]
        );

    /// <summary>Another port of the bound Service, which changes no target group.</summary>
    private static (string, string) Port(int port) => ("controller\n          port: 80", $"controller\n          port: {port}");

    private static string Deregisters(IReadOnlyDictionary<string, string> bindings) => $"shop-blue: deregisters the targets of {bindings.Keys.Single()}";

    private RemoteObject Secret(string cluster) => Session.Account.Of("kubernetes_secret").Single(each => each.Id == $"argocd/shop-{cluster}");

    /// <summary>A controller whose webhook refuses bindings to a port.</summary>
    private sealed class RefusingPort(string port) : IBindings
    {
        public void Apply(ManagedResource binding, ManagedResource? prior)
        {
            if ($"{binding.Content["spec"]!["serviceRef"]!["port"]}" == port)
            {
                throw new RemoteException("denied");
            }
        }

        public bool Delete(ManagedResource binding) => true;
    }
}
