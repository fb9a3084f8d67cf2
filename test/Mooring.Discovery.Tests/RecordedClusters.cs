using Mooring.TestKit.Programs;

namespace Mooring.Discovery.Tests;

/// <summary>
/// A program <c>kubectl</c> that answers for one context as API servers do: with TargetGroupBindings and the controller's Deployment in JSON, and with what
/// a template takes out of Argo CD's Secrets.
/// </summary>
/// <param name="directory">The directory that it is in.</param>
internal sealed class RecordedClusters(string directory)
{
    private const string Script = """
        here=$(dirname "$0")
        echo "$*" >> "$here/kubectl-calls"
        case "$*" in
          "version --client") exit 0 ;;
          *"--context hub") ;;
          *) echo "error: context was not found for specified context" >&2; exit 1 ;;
        esac
        case "$1 $2" in
          "config view") cat "$here/server" ;;
          "get targetgroupbindings") cat "$here/bindings" ;;
          "get deployments") cat "$here/deployments" ;;
          "get secrets") cat "$here/secrets" ;;
        esac
        """;

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<string> Calls => File.ReadAllLines(Path.Combine(directory, "kubectl-calls"));

    /// <summary>URL of the API server.</summary>
    public string Server { get; init; } = string.Empty;

    /// <summary>A list of TargetGroupBindings in JSON.</summary>
    public string Bindings { get; init; } = """{"items":[]}""";

    /// <summary>Image of the controller; empty where there is none.</summary>
    public string ControllerImage { get; init; } = string.Empty;

    /// <summary>What the template takes out of Secrets.</summary>
    public string Secrets { get; init; } = string.Empty;

    /// <summary>Installs it.</summary>
    public void Install()
    {
        Directory.CreateDirectory(directory);
        Executable.Write(directory, "kubectl", Script);
        Answer("server", Server);
        Answer("bindings", Bindings);
        Answer("secrets", Secrets);
        var containers =
            ControllerImage.Length == 0 ? string.Empty : $$$$$"""{"spec":{"template":{"spec":{"containers":[{"image":"{{{{{ControllerImage}}}}}"}]}}}}""";
        Answer("deployments", $$"""{"items":[{{containers}}]}""");
    }

    private void Answer(string question, string answer) => File.WriteAllText(Path.Combine(directory, question), answer);
}
