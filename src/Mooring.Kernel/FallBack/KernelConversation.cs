using Mooring.Kernel.Protocol;
using Mooring.Kernel.Seam;

namespace Mooring.Kernel.FallBack;

/// <summary>
/// Answers with the native kernel as long as it knows the answers. At the first request that it does not know, Node.js starts, hears the conversation
/// so far, and answers from then on. The objects and tokens that .NET has stay valid, because both number them the same.
/// </summary>
/// <param name="native">The native kernel.</param>
/// <param name="startNode">Starts Node.js.</param>
/// <param name="report">Told why Node.js was started.</param>
internal sealed class KernelConversation(IAnswering native, Func<IAnswering> startNode, Action<string> report) : IAnswering
{
    private List<(string Request, string Answer)> _conversation = [];
    private IAnswering? _node;

    /// <inheritdoc/>
    /// <exception cref="EngineDifferenceException">Node.js answers something else than the native kernel did.</exception>
    public string Answer(string request)
    {
        if (_node is not null)
        {
            return _node.Answer(request);
        }

        try
        {
            var answer = native.Answer(request);
            _conversation.Add((request, answer));
            return answer;
        }
        catch (Exception exception) when (IsUnknown(exception))
        {
            return FallBack(exception, request);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        native.Dispose();
        _node?.Dispose();
    }

    /// <summary>Whether an exception means that the native kernel does not know: its own, and any other of a request that it did not expect.</summary>
    public static bool IsUnknown(Exception exception) => exception is not (EngineDifferenceException or OutOfMemoryException);

    private string FallBack(Exception exception, string request)
    {
        report(ReasonOf(exception));
        var node = startNode();
        using var directories = new ReplayedDirectories(_conversation.Select(each => each.Request));
        foreach (var (asked, answered) in _conversation)
        {
            EngineDifferenceException.ThrowUnlessSame(asked, answered, node.Answer(asked));
        }

        _conversation = [];
        _node = node;
        return node.Answer(request);
    }

    /// <summary>What the native kernel does not know.</summary>
    public static string ReasonOf(Exception exception) =>
        exception is UnknownException { What: var what } ? what : $"a request that ends in '{exception.Message}'";
}
