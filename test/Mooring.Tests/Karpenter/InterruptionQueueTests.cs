using FluentAssertions;
using Mooring.Errors;
using Mooring.Karpenter;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Karpenter;

public class InterruptionQueueTests : ConstructTest
{
    [Fact]
    public void Interruptions_of_nodes_reach_the_queue()
    {
        _ = new InterruptionQueue(Stack, "Queue", new InterruptionQueueProps { QueueName = "blue-karpenter" });

        VerifySnapshot("Karpenter/InterruptionQueue.Minimal");
    }

    [Fact]
    public void Fails_when_eventbridge_would_refuse_its_name()
    {
        var define = () => _ = new InterruptionQueue(Stack, "Queue", new InterruptionQueueProps { QueueName = "blue karpenter" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Queue: 'QueueName' must be 1 to 64 letters, digits, hyphens and underscores, got 'blue karpenter'");
    }
}
