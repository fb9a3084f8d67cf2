using FluentAssertions;
using Mooring.Identity;
using Mooring.Limits;
using Xunit;

namespace Mooring.Tests.Limits;

public class IamLimitsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/platform/")]
    [InlineData("/platform/eks/blue/")]
    [InlineData("${var.path}")]
    public void A_path_is_between_slashes(string path) => IamLimits.RolePath(path).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("platform/")]
    [InlineData("/platform")]
    [InlineData("/plat form/")]
    public void Anything_else_is_no_path(string path) =>
        IamLimits.RolePath(path).Should().Be($"must begin and end with '/' and have at most 512 characters, got '{path}'");

    [Fact]
    public void A_path_has_512_characters_at_most()
    {
        IamLimits.RolePath($"/{new string('a', 510)}/").Should().BeNull();
        IamLimits.RolePath($"/{new string('a', 511)}/").Should().NotBeNull();
    }

    [Theory]
    [InlineData(3599, "must be between 3600 and 43200 seconds, got 3599")]
    [InlineData(3600, null)]
    [InlineData(43200, null)]
    [InlineData(43201, "must be between 3600 and 43200 seconds, got 43201")]
    [InlineData(3600.5, "must be between 3600 and 43200 seconds, got 3600.5")]
    public void A_session_lasts_one_to_twelve_hours(double seconds, string? fault) =>
        IamLimits.MaxSessionDuration(TimeSpan.FromSeconds(seconds)).Should().Be(fault);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(1224, true)]
    [InlineData(1225, false)]
    public void An_external_id_has_2_to_1224_characters(int length, bool legal) => (IamLimits.ExternalId(new string('x', length)) is null).Should().Be(legal);

    [Fact]
    public void The_policies_of_a_role_are_counted_together_and_without_white_space()
    {
        IamLimits.InlinePolicies([new string('x', 10000) + new string(' ', 999), new string('x', 240)]).Should().BeNull();
        IamLimits
            .InlinePolicies([new string('x', 10000), new string('x', 241)])
            .Should()
            .Be("must have at most 10240 characters together, white space not counted, got 10241");
    }

    [Fact]
    public void A_token_counts_with_an_assumed_length()
    {
        IamLimits.TrustPolicy(new string('x', 2028) + "${TfToken[TOKEN.1]}").Should().BeNull();
        IamLimits
            .TrustPolicy(new string('x', 2029) + "${TfToken[TOKEN.1]}")
            .Should()
            .Be("must have at most 2048 characters, white space not counted, got 2049");
        IamLimits.TrustPolicy(new string('x', 1926) + "\"${TfToken[TOKEN.1]}\"").Should().BeNull();
        IamLimits
            .TrustPolicy(new string('x', 1927) + "\"${TfToken[TOKEN.1]}\"")
            .Should()
            .Be("must have at most 2048 characters, white space not counted, got 2049");
    }

    [Fact]
    public void Sixty_target_groups_as_tokens_fit_a_role_and_a_hundred_do_not()
    {
        IamLimits.InlinePolicies([ControllerPolicy.Of(Of(60))]).Should().BeNull();
        IamLimits.InlinePolicies([ControllerPolicy.Of(Of(100))]).Should().NotBeNull();

        static ControllerPermissions Of(int count) =>
            new() { TargetGroupArns = [.. Enumerable.Range(1, count).Select(number => $"${{TfToken[TOKEN.{number}]}}")] };
    }
}
