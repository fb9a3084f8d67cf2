using FluentAssertions;
using Mooring.Jsii;
using Mooring.Synthesis.Cdktf;
using Xunit;

namespace Mooring.Tests.Synthesis.Cdktf;

/// <summary>Work that gives signs of life, or does not.</summary>
public sealed class WatchedSynthesisTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Work_that_ends_is_waited_for_and_its_error_is_thrown()
    {
        var done = false;
        WatchedSynthesis.Watch(_ => done = true, s_long, s_long, CancellationToken.None);
        done.Should().BeTrue();

        FluentActions
            .Invoking(() => WatchedSynthesis.Watch(_ => throw new InvalidOperationException("why"), s_long, s_long, CancellationToken.None))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("why");
    }

    [Fact]
    public void A_node_that_does_not_start_is_not_waited_for() =>
        FluentActions
            .Invoking(() => WatchedSynthesis.Watch(_ => Thread.Sleep(Timeout.Infinite), s_short, s_long, CancellationToken.None))
            .Should()
            .Throw<NodeRuntimeException>()
            .WithMessage("Node.js, which runs CDKTF, did not answer within 1 seconds: *");

    [Fact]
    public void A_node_that_hangs_later_is_not_waited_for() =>
        FluentActions
            .Invoking(() =>
                WatchedSynthesis.Watch(
                    sign =>
                    {
                        sign();
                        Thread.Sleep(Timeout.Infinite);
                    },
                    s_long,
                    s_short,
                    CancellationToken.None
                )
            )
            .Should()
            .Throw<NodeRuntimeException>();

    [Fact]
    public void Signs_of_life_prolong_it()
    {
        WatchedSynthesis.Watch(
            sign =>
            {
                for (var step = 0; step < 8; step++)
                {
                    sign();
                    Thread.Sleep(s_short / 4);
                }
            },
            s_short,
            s_short,
            CancellationToken.None
        );
    }
}
