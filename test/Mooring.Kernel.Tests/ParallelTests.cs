using FluentAssertions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>Several threads make constructs at once.</summary>
public class ParallelTests
{
    private const int Threads = 8;
    private const int Constructs = 40;

    [Fact]
    public void Each_thread_with_a_session_of_its_own_writes_what_one_alone_does()
    {
        var alone = Synthesize("lb");

        var together = InParallel(_ => Synthesize("lb"));

        together.Should().AllBe(alone);
    }

    [Fact]
    public void Threads_that_share_the_session_of_the_process_do_not_disturb_each_other()
    {
        var together = InParallel(thread => Define($"lb-{thread}"));

        together.Should().Equal(Enumerable.Range(0, Threads).Select(thread => Synthesize($"lb-{thread}")));
    }

    [Fact]
    public void Node_can_take_over_in_one_of_them()
    {
        var alone = Synthesize("lb");

        var together = InParallel(thread => Synthesize("lb", unknownAt: thread % 2 == 0 ? 12 : int.MaxValue));

        together.Should().AllBe(alone);
    }

    private static string[] InParallel(Func<int, string> synthesize)
    {
        var results = new string[Threads];
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() => results[thread] = synthesize(thread))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results;
    }

    private static string Synthesize(string name, int unknownAt = int.MaxValue)
    {
        using var session = Session.Native(unknownAt);
        return Define(name);
    }

    private static string Define(string name)
    {
        using var output = new TemporaryDirectory();
        return Session.Synthesize(output.Path, stack => Define(stack, name));
    }

    private static void Define(TerraformStack stack, string name)
    {
        _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-west-1" });
        for (var index = 0; index < Constructs; index++)
        {
            var lb = new Lb(stack, $"{name}-{index}", new LbConfig { Name = $"{name}-{index}" });
            _ = new TerraformOutput(stack, $"Arn-{index}", new TerraformOutputConfig { Value = Fn.Replace(lb.Arn, name, "x") });
        }
    }
}
