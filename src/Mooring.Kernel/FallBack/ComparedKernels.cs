using Mooring.Kernel.Seam;

namespace Mooring.Kernel.FallBack;

/// <summary>Asks both kernels, and compares what they answer, as long as the native one knows.</summary>
/// <param name="startNode">Starts Node.js.</param>
/// <param name="report">Told what the native kernel does not know.</param>
internal sealed class ComparedKernels(Func<IAnswering> startNode, Action<string> report) : IAnswering
{
    private readonly ExpectedFiles _files = new();
    private readonly Lazy<IAnswering> _node = new(startNode);
    private NativeKernel? _native;
    private bool _isNativeLost;

    /// <inheritdoc/>
    /// <exception cref="EngineDifferenceException">They answer different things.</exception>
    public string Answer(string request)
    {
        var ours = _isNativeLost ? null : TryAnswer(request);
        var answer = _node.Value.Answer(request);
        if (ours is not null)
        {
            EngineDifferenceException.ThrowUnlessSame(request, ours, answer);
            _files.Compare();
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _native?.Dispose();
        if (_node.IsValueCreated)
        {
            _node.Value.Dispose();
        }
    }

    private string? TryAnswer(string request)
    {
        try
        {
            return (_native ??= new NativeKernel(_files)).Answer(request);
        }
        catch (Exception exception) when (KernelConversation.IsUnknown(exception))
        {
            _isNativeLost = true;
            report(KernelConversation.ReasonOf(exception));
            return null;
        }
    }
}
