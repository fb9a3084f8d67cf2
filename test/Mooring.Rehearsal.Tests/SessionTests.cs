using FluentAssertions;
using Mooring.Fleet;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The session of a rehearsal, which leaves nothing behind.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly TemporaryFiles _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_rehearsal_that_fails_half_way_leaves_no_directory_and_no_socket()
    {
        var fleet = SmallFleet.With("vpc:", "vpc:");
        var rehearse = async () =>
        {
            await using var session = await RehearsalSession.StartAsync(fleet);
            session.Account.FailNext(call => call is { Operation: Operation.Create, Type: "aws_lb_listener" }, Failure.Refused);
            await FleetRehearsal.RunAsync(
                session,
                fleet,
                null,
                new TextReport(_ => { }),
                stack => Directory.GetFileSystemEntries(_temporary.Path).Should().HaveCountGreaterThan(1, stack)
            );
        };

        (await rehearse.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .StartWith("load-balancer-public: 'terraform apply' failed:")
            .And.Contain("AccessDenied");

        Directory.GetFileSystemEntries(_temporary.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Stand_ins_for_a_terraform_that_cannot_be_prepared_are_stopped()
    {
        var home = Path.Combine(_temporary.Path, "home");
        Directory.CreateDirectory(Path.Combine(home, "terraformrc"));

        var start = () => ProgramWithStandIns.StartAsync(new PretendedAccount("111122223333"), home);

        await start.Should().ThrowAsync<UnauthorizedAccessException>("there is a directory where its configuration would be");
        Directory.GetFileSystemEntries(_temporary.Path).Should().Equal(home);
    }

    [Fact]
    public async Task A_path_that_is_too_long_for_a_socket_is_no_obstacle()
    {
        using var far = new TemporaryFiles(new string('x', 120));

        await using (var session = await RehearsalSession.StartAsync(SmallFleet.With("vpc:", "vpc:")))
        {
            session.Account.Objects.Should().BeEmpty();
        }

        Directory.GetFileSystemEntries(far.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, null, "111122223333")]
    [InlineData("444455556666", null, "444455556666")]
    [InlineData(null, "444455556666", "444455556666")]
    [InlineData("444455556666", "444455556666", "444455556666")]
    public async Task It_is_in_the_account_that_one_of_the_fleets_names(string? account, string? deployed, string expected)
    {
        await using var session = await RehearsalSession.StartAsync(In(account), In(deployed));

        session.Account.AccountId.Should().Be(expected);
    }

    [Fact]
    public async Task Two_fleets_in_two_accounts_are_not_rehearsed()
    {
        var start = () => RehearsalSession.StartAsync(In("444455556666"), In("111122223333"));

        (await start.Should().ThrowAsync<TerraformException>())
            .Which.Message.Should()
            .Be("'account' must be the one of the fleet as it is deployed, '111122223333', got '444455556666': a rehearsal has one account");
    }

    private static FleetSpec In(string? account) => SmallFleet.With("vpc:", account is null ? "vpc:" : $"account: \"{account}\"\nvpc:");
}
