using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// The bad days of Helm delivery, as the real Helm provider 3.1.1 has them: a read that fails looks like a release that is gone, a failed first
/// install is not in the state, and an interrupted one locks the release.
/// </summary>
public sealed class HelmDeliveryTests : SmallFleetSession
{
    private const string Binding = "binding-blue";
    private const string Unauthorized = "Unauthorized";
    private const string Guard = "data.kubernetes_resources.Guard";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_cluster_that_cannot_be_read_ends_plan_and_destroy_with_an_error_and_nothing_is_forgotten()
    {
        var stack = (await Session.DeployAsync(Fleet())).Named(Binding);
        Session.Account.ClusterError = Unauthorized;

        (await Failing(stack.PlanAsync)).Should().Contain(Unauthorized).And.Contain(Guard);
        (await Failing(() => stack.PlanDestroyAsync())).Should().Contain(Unauthorized);

        Session.Account.ClusterError = null;
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
    }

    /// <summary>This is what the guard is for: the stand-in is as forgetful as the provider.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_the_guard_the_plan_would_create_the_releases_again()
    {
        var stack = (await Session.DeployAsync(Fleet())).Named(Binding);
        await stack.PlantAsync("data.kubernetes_resources", null);
        await stack.PlantAsync("data.kubernetes_namespace_v1", null);
        await stack.PlantAsync("resource.helm_release.Crds.depends_on", null);
        await stack.PlantAsync("resource.helm_release.Controller.depends_on", """["helm_release.Crds"]""");
        await stack.PlantAsync("resource.helm_release.Bindings.depends_on", """["helm_release.Controller"]""");
        await stack.PlantAsync("resource.kubernetes_config_map_v1", null);
        await stack.DeployAsync();
        Session.Account.ClusterError = Unauthorized;

        (await stack.PlanAsync()).Said().Should().Equal("Create helm_release.Bindings", "Create helm_release.Controller", "Create helm_release.Crds");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_saved_plan_to_destroy_fails_before_a_release_is_forgotten()
    {
        var stack = (await Session.DeployAsync(Fleet())).Named(Binding);
        await stack.PlanDestroyAsync();
        Session.Account.ClusterError = Unauthorized;

        (await Failing(stack.ApplyAsync)).Should().Contain(Unauthorized).And.Contain("kubernetes_config_map_v1");

        Session.Account.ClusterError = null;
        Session.Account.Of("helm_release").Should().HaveCount(3);
        (await stack.DeployAsync()).Said().Should().BeEmpty("only the outputs are written to the state again");
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("aws-lb-controller-crds")]
    [InlineData("aws-lb-controller")]
    [InlineData("targetgroupbindings")]
    public async Task A_failed_first_install_is_taken_up_by_the_next_apply(string release)
    {
        var stack = await DeployAllButBindingAsync();
        Session.Account.FailNext(call => call is { Operation: Operation.Create, Type: "helm_release" } && call.Name == release, Failure.Refused);
        await Failing(() => stack.DeployAsync());

        await stack.DeployAsync();

        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
        Session.Account.Of("helm_release").Select(each => each.Value["status"].Text).Should().Equal("deployed", "deployed", "deployed");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Without_upgrade_install_a_failed_first_install_blocks_its_name()
    {
        var stack = await DeployAllButBindingAsync();
        await stack.PlantAsync("resource.helm_release.Controller.upgrade_install", null);
        Session.Account.FailNext(call => call is { Operation: Operation.Create, Type: "helm_release", Name: "aws-lb-controller" }, Failure.Refused);
        await Failing(() => stack.DeployAsync());

        (await Failing(() => stack.DeployAsync())).Should().Contain("cannot re-use a name that is still in use");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task An_interrupted_install_is_named_and_goes_on_after_its_secret_is_deleted()
    {
        var stack = await DeployAllButBindingAsync();
        Session.Account.FailNext(call => call is { Operation: Operation.Create, Type: "helm_release", Name: "aws-lb-controller" }, Failure.CrashBefore);
        await Failing(() => stack.DeployAsync());

        (await Failing(() => stack.DeployAsync())).Should().Contain("locks these releases: sh.helm.release.v1.aws-lb-controller.v1");

        Session.Account.Remove(each => each.Type == "helm_release" && each.Value["status"].Text == "pending-install");
        await stack.DeployAsync();
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task After_a_destroy_that_hung_the_next_one_waits_for_the_bindings()
    {
        var stack = (await Session.DeployAsync(Fleet())).Named(Binding);
        Session.Account.FailNext(call => call is { Operation: Operation.Delete, Name: "targetgroupbindings" }, Failure.HungFinalizer);
        (await Failing(() => stack.DestroyAsync())).Should().Contain("timed out waiting for the condition");

        (await Failing(() => stack.PlanDestroyAsync())).Should().Contain("ingress-nginx/targetgroupbindings-binding are being deleted");
        (await Failing(stack.PlanAsync)).Should().Contain("wait for their controller");
        Session.Account.Of("helm_release").Should().HaveCount(2, "the controller must outlive the bindings");

        Session.Account.TerminatingBindings.Clear();
        await stack.DestroyAsync();
        Session.Account.Of("helm_release").Should().BeEmpty();
    }

    /// <summary>The change checks refuse the first two before Terraform runs; this is what they protect from.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("namespace: ingress-nginx", "namespace: web")]
    [InlineData("      - loadBalancer: public\n", "      - loadBalancer: public\n        reference: name\n")]
    public async Task A_binding_that_moves_fails_the_whole_release(string old, string @new)
    {
        await Session.DeployAsync(Fleet());

        var moved = () => Session.DeployAsync(Fleet((old, @new)));

        (await Failing(moved)).Should().Contain("is already bound to following TargetGroupBindings [ingress-nginx/shop-blue-a9bf3334]");
        await Session.DeployAsync(Fleet());
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_missing_namespace_of_a_service_is_an_error_at_plan()
    {
        var stack = await DeployAllButBindingAsync();
        Session.Account.MissingNamespaces.Add("ingress-nginx");

        (await Failing(() => stack.DeployAsync())).Should().Contain("Namespace ingress-nginx of cluster blue does not exist");
        Session.Account.Of("helm_release").Should().BeEmpty();

        Session.Account.MissingNamespaces.Clear();
        await stack.DeployAsync();
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_missing_namespace_is_created_on_demand_and_stays()
    {
        var created = Fleet(("namespace: ingress-nginx", "namespace: ingress-nginx\n          createNamespace: true"));
        Session.Account.MissingNamespaces.Add("ingress-nginx");
        var stacks = await Session.DeployAsync(created);
        Session.Account.MissingNamespaces.Should().BeEmpty();
        (await stacks.Named(Binding).PlanAsync()).IsEmpty.Should().BeTrue();

        // Without the key it must be there, and it is.
        var stack = (await Session.DeployAsync(Fleet(), Binding)).Named(Binding);
        (await stack.PlanAsync()).IsEmpty.Should().BeTrue();
        Session.Account.Of("helm_release").Select(each => each.Value["name"].Text).Should().NotContain("aws-lb-controller-namespaces");

        // Somebody deletes it: the plan says so, with the key, too.
        await Session.DeployAsync(created, Binding);
        Session.Account.MissingNamespaces.Add("ingress-nginx");
        (await Failing(() => stack.PlanAsync())).Should().Contain("Namespace ingress-nginx of cluster blue does not exist");
    }

    private async Task<RehearsedStack> DeployAllButBindingAsync()
    {
        var fleet = Fleet();
        var names = (await Session.SynthesizeAsync(fleet)).Select(stack => stack.Name).Where(name => name != Binding);
        return (await Session.DeployAsync(fleet, [.. names])).Named(Binding);
    }

    /// <summary>The error of a step, without the frame that Terraform draws around its lines.</summary>
    private static async Task<string> Failing(Func<Task> step) =>
        string.Join(
            ' ',
            (await step.Should().ThrowAsync<TerraformException>()).Which.Message.Split(
                ['\n', ' ', '│', '╷', '╵'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );
}
