using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.StandIns.Controller;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The three accounts of docs/examples/hub: what the providers see of them, and what becomes of the fleet.</summary>
public sealed class HubTests(DeployedHub hub) : IClassFixture<DeployedHub>
{
    private const string Denied = "operation error STS: AssumeRole, https response error StatusCode: 403, api error AccessDenied: User: ";
    private const string Terraform = "arn:aws:sts::111122223333:assumed-role/terraform/rehearsal";
    private const string NotAuthorized = " is not authorized to perform: sts:AssumeRole on resource: ";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void What_a_provider_creates_is_in_its_own_account_and_region()
    {
        ArnsOf("aws_eks_cluster")
            .Should()
            .BeEquivalentTo(
                "arn:aws:eks:eu-west-1:111122223333:cluster/hub",
                "arn:aws:eks:eu-west-1:111122223333:cluster/ledger",
                "arn:aws:eks:eu-west-1:222233334444:cluster/shop-eu",
                "arn:aws:eks:eu-west-1:222233334444:cluster/shop-auto",
                "arn:aws:eks:us-east-1:222233334444:cluster/shop-us",
                "arn:aws:eks:us-east-1:222233334444:cluster/shop-us-auto",
                "arn:aws:eks:eu-west-1:333344445555:cluster/payments"
            );
        ArnsOf("aws_iam_role")
            .Where(arn => arn.Contains("argocd", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(
                "arn:aws:iam::111122223333:role/hub-argocd",
                "arn:aws:iam::111122223333:role/ledger-argocd-access",
                "arn:aws:iam::222233334444:role/argocd/market/shop-eu-argocd-access",
                "arn:aws:iam::222233334444:role/argocd/market/shop-auto-argocd-access",
                "arn:aws:iam::222233334444:role/argocd/market/shop-us-us-east-1-argocd-access",
                "arn:aws:iam::222233334444:role/argocd/market/shop-us-auto-us-east-1-argocd-access",
                "arn:aws:iam::333344445555:role/argocd/market/payments-argocd-access"
            );
    }

    /// <summary>Each lookup of these is right but for its provider.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("cluster-payments", "aws.default", "aws.shop-eu", "reading IAM Role (hub-argocd): couldn't find resource")]
    [InlineData("binding-payments", "aws.shop-eu", "aws", "reading ELBv2 Target Groups: couldn't find resource: 'market-payments-3abdfbbf'")]
    [InlineData("registration-shop-us", "aws.default", "aws", "reading EKS Cluster (hub): couldn't find resource")]
    [InlineData("registration-ledger", "aws.shop-eu", "aws", "reading IAM Role (market-public-ledger-a4b745c7): couldn't find resource")]
    public async Task A_provider_sees_nothing_of_another_account(string stack, string provider, string other, string error) =>
        (await hub.Stacks.Named(stack).ErrorWithAsync($"\"provider\": \"{provider}\"", $"\"provider\": \"{other}\"")).Should().Contain(error);

    /// <summary>One account, two regions.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_provider_sees_nothing_of_another_region() =>
        (await hub.Stacks.Named("registration-shop-us").ErrorWithAsync("\"region\": \"us-east-1\"", "\"region\": \"eu-west-1\""))
            .Should()
            .Contain("reading EKS Cluster (shop-us): couldn't find resource")
            .And.Contain("reading ELBv2 Target Groups: couldn't find resource: 'market-shop-us-0f34e410'");

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("cluster-payments", "arn:aws:iam::333344445555:role/terraform")]
    [InlineData("binding-payments", "arn:aws:iam::222233334444:role/terraform")]
    public async Task A_role_that_does_not_let_terraform_in_stops_the_stacks_that_assume_it(string stack, string role)
    {
        hub.Session.Account.AssumableRoles.Remove(role);
        try
        {
            (await hub.Stacks.Named(stack).ErrorAsync()).Should().Contain($"Cannot assume IAM Role: {Denied}{Terraform}{NotAuthorized}{role}");
        }
        finally
        {
            hub.Session.Account.AssumableRoles.Add(role);
        }
    }

    /// <summary>A role of the hub's account names Argo CD's; one of another account must be in Argo CD's policy, too.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("aws_iam_role", "ledger-argocd-access", ":role/hub-argocd", ":role/other", "arn:aws:iam::111122223333:role/ledger-argocd-access")]
    [InlineData(
        "aws_iam_role",
        "shop-us-us-east-1-argocd-access",
        ":111122223333:role/hub-argocd",
        ":333344445555:role/hub-argocd",
        "arn:aws:iam::222233334444:role/argocd/market/shop-us-us-east-1-argocd-access"
    )]
    [InlineData(
        "aws_iam_role_policy",
        "hub-argocd",
        "role/argocd/market/*",
        "role/argocd/others/*",
        "arn:aws:iam::222233334444:role/argocd/market/shop-us-us-east-1-argocd-access",
        "arn:aws:iam::222233334444:role/argocd/market/shop-us-auto-us-east-1-argocd-access"
    )]
    public void Argo_cd_reaches_no_cluster_whose_role_it_may_not_assume(string type, string role, string old, string other, params string[] assumed)
    {
        var before = hub.Session.Account.ChangePolicy(type, role, old, other);
        try
        {
            var argoCd = new FleetInArgoCd(hub.Session.Account, hub.Fleet);
            argoCd.Wait(360);

            argoCd
                .Server.Applications.Where(application => !application.IsSynced)
                .Select(application => application.Condition.Split("exit code 20: ")[^1])
                .Should()
                .BeEquivalentTo(assumed.Select(arn => $"AccessDenied: User: arn:aws:sts::111122223333:assumed-role/hub-argocd/argocd{NotAuthorized}{arn}"));
        }
        finally
        {
            hub.Session.Account.Put(before);
        }
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Every_cluster_registers_targets_whoever_delivers_to_it_and_whichever_controller_it_has()
    {
        var argoCd = new FleetInArgoCd(hub.Session.Account, hub.Fleet);

        argoCd.Wait(360);

        argoCd.Synced.Should().Equal("aws-lb-controller-market-ledger", "aws-lb-controller-market-shop-us", "targetgroupbindings-market-shop-us-auto");
        hub.Session.Account.Bindings().Should().HaveCount(6).And.OnlyContain(binding => binding.Problem == null);
        hub.Session.Account.Targets()
            .Select(target => target.Cluster)
            .Distinct()
            .Should()
            .BeEquivalentTo("shop-eu", "shop-auto", "shop-us", "shop-us-auto", "payments", "ledger");
    }

    /// <summary>The base gives the cluster with EKS Auto Mode as much traffic as the other one.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Weights_of_the_base_move_traffic_between_both_kinds_of_controllers_and_no_request_is_lost()
    {
        var (said, fleet) = (new List<string>(), HubFleet.StageOf("production", "shop-eu, weight: 90", "shop-eu, weight: 10"));
        await using var session = await RehearsalSession.StartAsync(fleet, hub.Fleet);

        var traffic = await FleetRehearsal.RunAsync(session, fleet, hub.Fleet, new TextReport(said.Add), _ => { });

        said.Where(line => line.Contains(" to change", StringComparison.Ordinal))
            .Should()
            .Equal("load-balancer-public: 1 to change; 21 reads a plan", "18 stacks: 1 to change; 258 reads a plan");
        traffic.Requests.Should().Be(5);
        traffic.Findings.Should().BeEmpty();
        traffic.NotYetServed.Should().BeEmpty("every cluster has targets, whoever registers them");
        traffic.NotFollowed.Should().BeNull();
    }

    private IEnumerable<string> ArnsOf(string type) => hub.Session.Account.Of(type).Select(each => each.Value["arn"].Text!);
}
