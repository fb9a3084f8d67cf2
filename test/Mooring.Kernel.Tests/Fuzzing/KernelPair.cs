using Mooring.Kernel.FallBack;

namespace Mooring.Kernel.Tests.Fuzzing;

/// <summary>Both kernels, in the same conversation.</summary>
internal sealed class KernelPair : IDisposable
{
    private readonly ComparedKernels _kernels;
    private readonly List<string> _requests = [];

    /// <summary>Begins a conversation.</summary>
    public KernelPair()
    {
        _kernels = new ComparedKernels(Node.Start, what => Unknown = what);
        foreach (var request in Requests.LoadAll())
        {
            Ask(request);
        }
    }

    /// <summary>How many requests both answered.</summary>
    public int Compared { get; private set; }

    /// <summary>What the native kernel does not know.</summary>
    public string? Unknown { get; private set; }

    /// <summary>What was asked, for a failure.</summary>
    public string Conversation => string.Join('\n', _requests);

    /// <summary>Asks both; ends the conversation where only Node.js knows.</summary>
    public string Ask(string request)
    {
        _requests.Add(request);
        var answer = _kernels.Answer(request);
        Compared++;
        return Unknown is null ? answer : throw new LeftToNodeException();
    }

    public void Dispose() => _kernels.Dispose();
}

/// <summary>The native kernel does not know.</summary>
internal sealed class LeftToNodeException : Exception;
