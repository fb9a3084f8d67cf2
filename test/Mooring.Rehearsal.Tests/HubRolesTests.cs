using FluentAssertions;
using Mooring.Fleet;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// The controller of cluster payments in docs/examples/hub registers pods through a role of the load balancer's account. One permission is taken away.
/// </summary>
public sealed class HubRolesTests : IAsyncLifetime
{
    private const string Binding = "binding-payments";
    private const string Role = "market-public-payments-69b75649";
    private const string Controller = "arn:aws:sts::333344445555:assumed-role/payments-aws-lb-controller/controller";

    private const string Denied =
        "operation error STS: AssumeRole, https response error StatusCode: 403, api error AccessDenied: User: "
        + $"{Controller} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/{Role}";

    private static readonly FleetSpec s_fleet = HubFleet.Stage("production");

    private RehearsalSession _session = null!;
    private RehearsedStack _binding = null!;

    public async Task InitializeAsync()
    {
        _session = await RehearsalSession.StartAsync(s_fleet);
        if (InstalledPrograms.IsInstalled(InstalledPrograms.Terraform))
        {
            _binding = (await _session.DeployAsync(s_fleet, "cluster-hub", "load-balancer-public", "cluster-payments")).Named(Binding);
        }
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_all_of_them_it_is_let_in()
    {
        await _binding.DeployAsync();

        BoundTargets.Require(_session.Account, s_fleet);
    }

    /// <summary>The principal, the condition on the role, and the condition on the external id.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("arn:aws:iam::333344445555:root", "arn:aws:iam::111122223333:root")]
    [InlineData("role/payments-aws-lb-controller", "role/ledger-aws-lb-controller")]
    [InlineData(Role, "market-public-payments-00000000")]
    public async Task A_trust_policy_that_does_not_name_it_refuses_it(string named, string other)
    {
        _session.Account.ChangePolicy("aws_iam_role", Role, named, other);

        (await _binding.ErrorAsync()).Should().Contain(Denied);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_binding_without_the_external_id_is_refused() =>
        (await _binding.ErrorWithAsync($", \\\"assumeRoleExternalId\\\" = \\\"{Role}\\\"", string.Empty)).Should().Contain(Denied);

    /// <summary>AWS asks both sides where they are in two accounts.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_policy_of_its_own_that_does_not_allow_it_refuses_it()
    {
        _session.Account.ChangePolicy("aws_iam_role_policy", "payments-aws-lb-controller", $"role/{Role}", "role/other");

        (await _binding.ErrorAsync()).Should().Contain($"{Denied} because no identity-based policy allows the sts:AssumeRole action");
    }
}
