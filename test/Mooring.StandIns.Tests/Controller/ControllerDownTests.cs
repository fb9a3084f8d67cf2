using FluentAssertions;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;
using Xunit;
using static Mooring.StandIns.Tests.Controller.PretendedCluster;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>Bindings while their controller is down, is being upgraded, or is older or newer than its custom resource definitions.</summary>
public sealed class ControllerDownTests : ControllerTest
{
    private const string NoEndpoints = "no endpoints available for service \"aws-load-balancer-webhook-service\"";
    private const string UnknownAuthority = "x509: certificate signed by unknown authority";

    [Fact]
    public void While_it_is_down_bindings_are_refused_and_registered_targets_stay()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Aws.Account.UnreadyControllers.Add("blue");

        Refused(() => Blue.Bind(Binding(Group, service: "other")))
            .Should()
            .StartWith("cannot patch \"shop\" with kind TargetGroupBinding")
            .And.EndWith(NoEndpoints);
        Refused(() => Blue.Bind(Binding(Group), Binding(Aws.CreateTargetGroup("other"), name: "other"))).Should().EndWith(NoEndpoints);

        ClustersIn(Group).Should().Equal("blue");
        Problem.Should().Be("its controller does not run");
        Aws.Account.UnreadyControllers.Clear();
        Problem.Should().BeNull();
    }

    [Fact]
    public void An_upgrade_without_a_changed_binding_asks_no_webhook()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Aws.Account.UnreadyControllers.Add("blue");

        Blue.Bind(Binding(Group));
    }

    [Fact]
    public void A_deletion_waits_for_the_controller()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Aws.Account.UnreadyControllers.Add("blue");

        Refused(() => Blue.Destroy(BindingsRelease)).Should().Contain("timed out waiting for the condition");
        ClustersIn(Group).Should().Equal("blue");

        Aws.Account.UnreadyControllers.Clear();
        ClustersIn(Group).Should().BeEmpty();
    }

    [Fact]
    public void After_its_release_is_destroyed_nothing_serves_the_bindings()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        Blue.Destroy(ControllerRelease);
        var other = Aws.CreateTargetGroup("other");

        // The webhooks went with the release, and the definitions did not.
        Blue.Bind(Binding(Group), Binding(other, name: "other"));
        ClustersIn(other).Should().BeEmpty();
        Refused(() => Blue.Destroy(BindingsRelease)).Should().Contain("timed out waiting for the condition");
        Aws.Account.Bindings().Select(binding => binding.Binding).Should().Equal(["web/shop"], "no controller has seen the other one");

        Blue.Install();
        Aws.Account.Bindings().Should().BeEmpty();
        ClustersIn(Group).Should().BeEmpty();
    }

    [Fact]
    public void Without_a_controller_there_is_no_such_kind() =>
        Refused(() => Blue.Bind(Binding(Group))).Should().Contain("no matches for kind \"TargetGroupBinding\" in version \"elbv2.k8s.aws/v1beta1\"");

    [Fact]
    public void A_controller_that_did_not_become_ready_in_time_is_installed_with_its_webhooks()
    {
        Aws.Account.FailNext(call => call is { Operation: Operation.Create, Name: ControllerRelease }, Failure.TimedOut);
        Refused(() => Blue.Install());
        Refused(() => Blue.Bind(Binding(Group))).Should().EndWith(NoEndpoints);

        Blue.Install();
        Blue.Bind(Binding(Group));

        ClustersIn(Group).Should().Equal("blue");
    }

    [Fact]
    public void Bindings_of_a_failed_upgrade_are_cleaned_up()
    {
        var (other, gone) = (Aws.CreateTargetGroup("other"), Aws.CreateTargetGroup("gone"));
        Aws.Remote.Delete("aws_lb_target_group", gone);
        Blue.Install();
        Blue.Bind(Binding(Group));

        Refused(() => Blue.Bind(Binding(Group), Binding(other, name: "a-new-one"), Binding(gone, name: "b-refused"))).Should().Contain("TargetGroupNotFound");

        Aws.Account.Bindings().Select(binding => binding.Binding).Should().Equal("web/shop");
        ClustersIn(other).Should().BeEmpty();
    }

    /// <summary>Charts before 3.0 keep the certificate by default, 3.0 never does, later ones do with <c>keepTLSSecret</c>.</summary>
    [Theory]
    [InlineData("1.9.2", "", true)]
    [InlineData("1.9.2", "keepTLSSecret: false", false)]
    [InlineData("3.0.0", "keepTLSSecret: true", false)]
    [InlineData("3.5.0", "", false)]
    [InlineData("3.5.0", "keepTLSSecret: true", true)]
    [InlineData("3.5.0", "enableCertManager: true", true)]
    public void An_upgrade_that_starts_no_pod_may_leave_the_webhooks_without_a_valid_certificate(string chart, string values, bool isKept)
    {
        Blue.Install(chart, values);
        Blue.Bind(Binding(Group));
        Aws.Create("aws_iam_role", """{ "name": "other", "assume_role_policy": "{}" }""");
        void Upgrade() => Blue.Install(chart, values, "arn:aws:iam::111122223333:role/other", Binding(Group, service: "other"));

        if (isKept)
        {
            Upgrade();
            return;
        }

        Refused(Upgrade).Should().Contain(UnknownAuthority);
        Blue.Bind(Binding(Group, service: "other"));
    }

    [Theory]
    [InlineData("3.4.0", "")]
    [InlineData("3.5.0", "logLevel: debug")]
    public void An_upgrade_that_starts_new_pods_brings_them_the_certificate(string chart, string values)
    {
        Blue.Install();
        Blue.Bind(Binding(Group));

        Blue.Install(chart, values, null, Binding(Group, service: "other"));
    }

    [Fact]
    public void A_chart_installs_its_definitions_once_and_a_field_that_they_lack_is_dropped()
    {
        const string shared = "multiClusterTargetGroup: true";
        var green = new PretendedCluster(Aws, "green");
        green.Install();
        green.Bind(Binding(Group, shared));
        Blue.Install("1.9.2");
        Blue.Install("3.5.0");

        Blue.Bind(Binding(Group, shared));

        ClustersIn(Group).Should().Equal(["blue"], "the field was dropped, and the targets of the other cluster were deregistered");
    }

    [Fact]
    public void A_release_of_the_definitions_updates_them_and_never_takes_newer_ones_back()
    {
        var green = new PretendedCluster(Aws, "green");
        green.Install();
        green.Bind(Binding(Group, "multiClusterTargetGroup: true"));
        Blue.Install("1.9.2");
        Blue.InstallDefinitions("3.5.0");
        Blue.InstallDefinitions("1.9.2");
        Blue.Install("3.5.0");

        Blue.Bind(Binding(Group, "multiClusterTargetGroup: true"));

        ClustersIn(Group).Should().Equal("green", "blue");
    }

    [Fact]
    public void Old_definitions_have_no_target_group_name()
    {
        Blue.Install("1.9.2");
        Blue.Install("3.5.0");

        Refused(() => Blue.Bind("- { namespace: web, name: shop, targetType: instance, targetGroupName: shop, serviceRef: { name: shop, port: 80 } }"))
            .Should()
            .EndWith("must provide either TargetGroupARN or TargetGroupName");
    }

    /// <summary>Any delivery can install a controller and apply bindings; Helm is one of them.</summary>
    [Fact]
    public void Another_delivery_uses_the_same_controller()
    {
        Blue.Install();
        Blue.Bind(Binding(Group));
        var endpoint = Aws.Account.Of("aws_eks_cluster").Single().Value["endpoint"].Text!;
        var api = new BindingApi(Aws.Account, endpoint);
        var other = Aws.CreateTargetGroup("other");

        api.Create(
            new BindingManifest(
                "web",
                "other",
                new()
                {
                    ["targetGroupARN"] = other["arn"].Text,
                    ["serviceRef"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "shop", ["port"] = 80 },
                }
            ),
            "Argo CD"
        );
        api.Reconcile().Should().BeEmpty();

        ClustersIn(other).Should().Equal("blue");
        Refused(() => Blue.Bind(Binding(Group), Binding(other, name: "other"))).Should().Contain("invalid ownership metadata");
    }
}
