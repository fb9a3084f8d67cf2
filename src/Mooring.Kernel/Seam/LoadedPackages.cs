namespace Mooring.Kernel.Seam;

/// <summary>
/// The packages that this process has loaded. jsii asks for each once a process, when the first construct of it is made; a session that begins later
/// has to hear of it before it is asked anything else.
/// </summary>
internal sealed class LoadedPackages
{
    private readonly Lock _lock = new();
    private readonly List<string> _requests = [];

    /// <summary>Who answers in a session, and hears of all packages.</summary>
    public IAnswering Of(IAnswering answering) => new Listener(this, answering);

    private void Add(string request)
    {
        lock (_lock)
        {
            if (!_requests.Contains(request))
            {
                _requests.Add(request);
            }
        }
    }

    private string[] From(int first)
    {
        lock (_lock)
        {
            return _requests.Count == first ? [] : [.. _requests.Skip(first)];
        }
    }

    private sealed class Listener(LoadedPackages loaded, IAnswering answering) : IAnswering
    {
        private readonly Lock _lock = new();
        private readonly HashSet<string> _own = [];
        private int _heard;

        public string Answer(string request)
        {
            // Threads that share a session take turns.
            lock (_lock)
            {
                Hear();
                var answer = answering.Answer(request);
                if (IsLoad(request) && _own.Add(request))
                {
                    loaded.Add(request);
                }

                return answer;
            }
        }

        public void Dispose() => answering.Dispose();

        private void Hear()
        {
            foreach (var missed in loaded.From(_heard))
            {
                _heard++;
                if (_own.Add(missed))
                {
                    _ = answering.Answer(missed);
                }
            }
        }

        private static bool IsLoad(string request) => request.Contains("\"api\":\"load\"", StringComparison.Ordinal);
    }
}
