using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Controller;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>A cluster in another account than its load balancer, on two simulated accounts.</summary>
public sealed class LocationTests : IAsyncLifetime
{
    private const string LoadBalancer = "load-balancer-public";
    private const string Cluster = "cluster-blue";
    private const string Binding = "binding-blue";

    private const string Text = """
        name: shop
        environment: production
        region: eu-west-1
        account: "111122223333"
        vpc: vpc-0a1b2c3d4e5f60718
        locations:
          there:
            account: "222233334444"
            vpc: vpc-0b1b2c3d4e5f60718
            assumeRole: arn:aws:iam::222233334444:role/terraform
        loadBalancers:
          public:
            subnets: [subnet-0aa11111111111111, subnet-0bb22222222222222]
            ingressCidrs: [0.0.0.0/0]
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction:
                  forward: { targetGroups: [{ cluster: blue }] }
        clusters:
          blue:
            location: there
            subnets: [subnet-0cc33333333333333, subnet-0dd44444444444444]
            nodeGroups:
              default: { instanceTypes: [m7i.large], minSize: 1, maxSize: 2 }
            bindings:
              - loadBalancer: public
                service: { namespace: web, name: web, port: 80, targetPort: 8080 }
                targetGroup: { targetType: ip }
        """;

    private static readonly FleetSpec s_fleet = FleetFile.Parse(Text);

    /// <summary>Without the binding, and without traffic to it.</summary>
    private static readonly FleetSpec s_without = FleetFile.Parse(
        $"{Text[..Text.IndexOf("    bindings:", StringComparison.Ordinal)]}    bindings: []\n".Replace(
            "forward: { targetGroups: [{ cluster: blue }] }",
            "fixedResponse: { statusCode: 404 }",
            StringComparison.Ordinal
        )
    );

    private RehearsalSession _session = null!;

    public async Task InitializeAsync() => _session = await RehearsalSession.StartAsync(s_fleet);

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Pods_are_registered_through_a_role_of_the_load_balancers_account()
    {
        await _session.DeployAsync(s_fleet);

        BoundTargets.Require(_session.Account, s_fleet);
        var group = _session.Account.Of("aws_lb_target_group").Should().ContainSingle().Subject.Id;
        group.Should().Contain(":111122223333:");
        _session.Account.TargetsOf(group).Should().NotBeEmpty().And.AllSatisfy(target => target.Cluster.Should().Be("blue"));
    }

    /// <summary>The trust policy names the controller's role and the external id: with another one of either, nothing is registered.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("role/blue-aws-lb-controller", "role/green-aws-lb-controller")]
    [InlineData("shop-public-blue-", "shop-public-green-")]
    public async Task A_controller_that_is_not_let_in_is_refused(string trusted, string other)
    {
        await _session.DeployAsync(s_fleet, LoadBalancer, Cluster);
        var role = _session.Account.Of("aws_iam_role").Single(each => each.Id.StartsWith("shop-public-blue-", StringComparison.Ordinal));
        var trust = role.Value["assume_role_policy"].Text!;
        trust.Should().Contain(trusted);
        _session.Account.Put(role with { Value = role.Value.With([new("assume_role_policy", trust.Replace(trusted, other, StringComparison.Ordinal))]) });

        var bind = () => _session.DeployAsync(s_fleet, Binding);

        (await bind.Should().ThrowAsync<TerraformException>()).WithMessage(
            "*AccessDenied: User: arn:aws:sts::222233334444:assumed-role/blue-aws-lb-controller/controller is not authorized to perform: sts:AssumeRole*"
        );
    }

    /// <summary>As docs/locations.md has it.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_binding_goes_before_the_role_that_it_needs()
    {
        var deployed = await _session.DeployAsync(s_fleet);

        await deployed.Named(Binding).DestroyAsync();
        await _session.DeployAsync(s_without);

        _session.Account.Of("aws_lb_target_group").Should().BeEmpty();
        _session.Account.Of("aws_iam_role").Select(role => role.Id).Should().NotContain(id => id.StartsWith("shop-public-blue-", StringComparison.Ordinal));
        _session.Account.TerminatingBindings.Should().BeEmpty();
    }

    /// <summary>Why <c>--from</c> refuses it.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_binding_cannot_be_removed_after_the_role_that_it_needs()
    {
        var deployed = await _session.DeployAsync(s_fleet);
        await _session.DeployAsync(s_without, LoadBalancer);

        _session.Account.Bindings().Should().ContainSingle().Which.Problem.Should().NotBeNull();
        var destroy = () => deployed.Named(Binding).DestroyAsync();
        await destroy.Should().ThrowAsync<TerraformException>();
    }
}
