using Mooring.TestKit.Programs;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary>
/// Programs that pipelines call and that are not on this machine. Each knows the calls that its documentation has, refuses any other, and keeps what
/// it is given.
/// </summary>
internal sealed class RecordedPrograms
{
    private readonly string _record;

    /// <summary>Writes them into a directory.</summary>
    public RecordedPrograms(string folder)
    {
        Path = Directory.CreateDirectory(System.IO.Path.Combine(folder, "programs")).FullName;
        _record = Directory.CreateDirectory(System.IO.Path.Combine(folder, "record")).FullName;
        // https://cli.github.com/manual/gh_pr_comment, gh_label_create, gh_issue_list, gh_issue_create, gh_issue_edit, gh_issue_close
        Write(
            "gh",
            "test -n \"$GH_TOKEN\" || exit 4",
            ("pr comment 7 --edit-last --create-if-none --body-file comment.md", "cp comment.md \"$record/comment\""),
            ("label create drift --force", ":"),
            ("issue list --label drift --json number --jq .[0].number // empty", "cat \"$record/issue\" 2> /dev/null || :"),
            (
                "issue create --title Drift: AWS differs from the fleet file --label drift --body-file drift.md",
                "cp drift.md \"$record/drift\"; echo 12 > \"$record/issue\""
            ),
            ("issue edit 12 --body-file drift.md", "cp drift.md \"$record/drift\""),
            ("issue close 12 --comment No stack differs any more.", "rm \"$record/issue\"")
        );
        // https://trivy.dev/latest/docs/references/configuration/cli/trivy_config/
        const string scan = "config --exit-code 1 --severity HIGH,CRITICAL";
        Write("trivy", ":", ($"{scan} cdktf.out/stacks", "find cdktf.out/stacks -name cdk.tf.json > \"$record/scanned\""));
        Write(
            "docker",
            ":",
            (
                $"run --rm --volume $PWD:/fleet:ro --workdir /fleet aquasec/trivy:0.69.3 {scan} cdktf.out/stacks",
                "find cdktf.out/stacks -name cdk.tf.json > \"$record/scanned\""
            )
        );
        // https://docs.gitlab.com/api/notes/#create-new-merge-request-note
        Write(
            "curl",
            ":",
            (
                "--fail --silent --show-error --request POST --header PRIVATE-TOKEN: comments --data-urlencode body@comment.md "
                    + "https://gitlab.example.com/api/v4/projects/42/merge_requests/7/notes",
                "cp comment.md \"$record/comment\""
            )
        );
    }

    /// <summary>The directory of the programs.</summary>
    public string Path { get; }

    /// <summary>The last comment of a pull request.</summary>
    public string Comment => Kept("comment");

    /// <summary>The last report of drift.</summary>
    public string Drift => Kept("drift");

    /// <summary>The files that were scanned.</summary>
    public string Scanned => Kept("scanned");

    /// <summary>Whether there is an open issue about drift.</summary>
    public bool HasIssue => File.Exists(System.IO.Path.Combine(_record, "issue"));

    private string Kept(string name) => File.ReadAllText(System.IO.Path.Combine(_record, name));

    private void Write(string program, string before, params (string Call, string Answer)[] calls) =>
        Executable.Write(
            Path,
            program,
            $"""
            record='{_record}'
            {before}
            case "{program} $*" in
            {string.Join('\n', calls.Select(call => $"  \"{program} {call.Call}\") {call.Answer} ;;"))}
              *) echo "{program} does not know: $*" >&2; exit 64 ;;
            esac
            """
        );
}
