using System.Diagnostics;
using Mooring.Jsii;
using Mooring.Stacks;

namespace Mooring.Synthesis.Cdktf;

/// <summary>
/// Synthesizes stacks, and does not wait for a Node.js that hangs. CDKTF cannot be stopped: a run that the user stops does not wait for it either, and
/// it ends with the process.
/// </summary>
internal static class WatchedSynthesis
{
    /// <summary>How long Node.js may take to start: it takes half a second, and a few on a machine that is busy.</summary>
    private static readonly TimeSpan s_start = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take from one stack to the next, and to write them all at the end.</summary>
    private static readonly TimeSpan s_work = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(500);

    /// <summary>Writes the Terraform of stacks, as <see cref="StackSynthesis"/> does.</summary>
    /// <exception cref="NodeRuntimeException">Node.js failed, or does not answer.</exception>
    /// <exception cref="OperationCanceledException">The user stopped the run.</exception>
    public static void Synthesize(
        IReadOnlyList<PlannedStack> stacks,
        string directory,
        SynthesisEngine engine,
        Action<string>? onStack,
        CancellationToken cancellation
    ) => Watch(sign => StackSynthesis.Synthesize(stacks, directory, engine, OnStack(sign, onStack, cancellation)), s_start, s_work, cancellation);

    /// <summary>Waits for work that gives signs of life.</summary>
    /// <param name="work">The work.</param>
    /// <param name="start">How long the first sign may take.</param>
    /// <param name="next">How long every other one may take.</param>
    /// <param name="cancellation">
    /// Ends the waiting, once there was a first sign: until then Node.js reads files that are deleted at the end of the process.
    /// </param>
    public static void Watch(Action<Action> work, TimeSpan start, TimeSpan next, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        // The time of the last sign; none is zero.
        var last = 0L;
        var task = Task.Factory.StartNew(
            () => work(() => Interlocked.Exchange(ref last, clock.ElapsedTicks)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        while (!task.IsCompleted)
        {
            var (sign, now) = (Interlocked.Read(ref last), clock.ElapsedTicks);
            var patience = sign == 0 ? start : next;
            if (TimeSpan.FromSeconds((double)(now - sign) / Stopwatch.Frequency) > patience)
            {
                throw new NodeRuntimeException(
                    $"Node.js, which runs CDKTF, did not answer within {patience.TotalSeconds} seconds: is what JSII_NODE or the PATH names Node.js itself?"
                );
            }

            Task.WaitAny([task], (int)s_glance.TotalMilliseconds, sign == 0 ? CancellationToken.None : cancellation);
        }

        task.GetAwaiter().GetResult();
    }

    private static Action<string> OnStack(Action sign, Action<string>? onStack, CancellationToken cancellation) =>
        stack =>
        {
            cancellation.ThrowIfCancellationRequested();
            sign();
            onStack?.Invoke(stack);
        };
}
