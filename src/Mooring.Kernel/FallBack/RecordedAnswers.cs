using Mooring.Kernel.Seam;

namespace Mooring.Kernel.FallBack;

/// <summary>Passes requests on, and keeps what was asked and answered.</summary>
internal sealed class RecordedAnswers(IAnswering answering) : IAnswering
{
    private readonly List<(string Request, string Answer)> _conversation = [];

    /// <summary>What was asked and answered so far.</summary>
    public IReadOnlyList<(string Request, string Answer)> Conversation => _conversation;

    /// <inheritdoc/>
    public string Answer(string request)
    {
        var answer = answering.Answer(request);
        _conversation.Add((request, answer));
        return answer;
    }
}
