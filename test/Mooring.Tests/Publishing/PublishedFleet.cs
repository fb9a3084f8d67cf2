using System.Text;
using Mooring.Publishing;
using Mooring.Synthesis.Output;
using Mooring.TestKit;

namespace Mooring.Tests.Publishing;

/// <summary>
/// An output directory with two stacks, with what Terraform and the user have put there, and a record of priorities beside it. The next output changes
/// a stack and its chart, leaves another one, and adds a third with a chart.
/// </summary>
internal sealed class PublishedFleet : IDisposable
{
    private const string Lock = ".synthesis.lock";

    private readonly TemporaryDirectory _directory = new();

    public PublishedFleet()
    {
        Write("cdktf.out/manifest.json", "before");
        Write("cdktf.out/.synthesis.json", "before");
        Write("cdktf.out/stacks/binding-blue/cdk.tf.json", "assets/Chart_1/before/Chart.yaml");
        Write("cdktf.out/stacks/binding-blue/assets/Chart_1/before/Chart.yaml", "before");
        Write("cdktf.out/stacks/binding-blue/assets/Chart_1/before/templates/old.yaml", "before");
        Write("cdktf.out/stacks/binding-blue/.terraform/terraform.tfstate", "terraform");
        Write("cdktf.out/stacks/binding-blue/terraform.tfstate", "terraform");
        Write("cdktf.out/stacks/cluster-blue/cdk.tf.json", "same");
        Write("cdktf.out/.staging-mine/notes.txt", "user");
        Write("cdktf.out/.mooring-staging-mine/notes.txt", "user");
        Write("fleet.priorities.json", "before");
        Write("test.priorities.json", "before");
    }

    public string Output => PathOf("cdktf.out");

    public PublishedDirectory Place => OutputPlace.Of(Output, PathOf("fleet.priorities.json"), PathOf("test.priorities.json"));

    /// <summary>Every file by its path, without what a run that was killed leaves for the next.</summary>
    public Dictionary<string, string> Files =>
        Directory
            .GetFiles(_directory.Path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_directory.Path, file).Replace('\\', '/'))
            .Where(file => !Leftovers.Any(left => file.StartsWith(left, StringComparison.Ordinal)) && !file.EndsWith(Lock, StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(PathOf(file)));

    /// <summary>What a run that was killed leaves for the next.</summary>
    public IReadOnlyList<string> Leftovers =>
        [
            .. Directory
                .GetDirectories(Output, ".mooring-staging-*")
                .Select(path => $"cdktf.out/{Path.GetFileName(path)}")
                .Where(path => !path.EndsWith("mine", StringComparison.Ordinal)),
            .. Directory.GetFiles(_directory.Path, ".*.priorities.json.*").Select(path => Path.GetFileName(path)),
        ];

    public string PathOf(string path) => Path.Combine(_directory.Path, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Replaces a path by a link to a new directory or file outside of the output.</summary>
    public void Link(string path, bool toDirectory)
    {
        if (Directory.Exists(PathOf(path)))
        {
            Directory.Delete(PathOf(path), recursive: true);
        }

        File.Delete(PathOf(path));
        if (toDirectory)
        {
            Write("elsewhere/cdk.tf.json", "user");
            Directory.CreateSymbolicLink(PathOf(path), PathOf("elsewhere"));
        }
        else
        {
            Write("elsewhere.json", "user");
            File.CreateSymbolicLink(PathOf(path), PathOf("elsewhere.json"));
        }
    }

    /// <summary>Publishes the next output.</summary>
    public void Publish(IFileSystem files)
    {
        using var staged = new StagedOutput(Place, files);
        var stacks = new Dictionary<string, Dictionary<string, string>>();
        Stage("binding-blue/cdk.tf.json", "assets/Chart_1/after/Chart.yaml");
        Stage("binding-blue/assets/Chart_1/after/Chart.yaml", "after");
        Stage("binding-blue/assets/Chart_1/after/templates/new.yaml", "after");
        Stage("cluster-blue/cdk.tf.json", "same");
        Stage("binding-green/cdk.tf.json", "assets/Chart_1/after/Chart.yaml");
        Stage("binding-green/assets/Chart_1/after/Chart.yaml", "after");
        Stage("binding-green/assets/Chart_1/after/templates/new.yaml", "after");
        staged.Publish(
            stacks.ToDictionary(stack => stack.Key, stack => (IReadOnlyDictionary<string, string>)stack.Value),
            "after",
            "after"u8.ToArray(),
            Records()
        );

        Dictionary<string, string> Records() => new() { [PathOf("fleet.priorities.json")] = "after", [PathOf("test.priorities.json")] = "after" };

        void Stage(string path, string text)
        {
            var file = Path.Combine(staged.StagingDirectory, "stacks", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            var (stack, inStack) = (path[..path.IndexOf('/', StringComparison.Ordinal)], path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            stacks.TryAdd(stack, []);
            stacks[stack].Add(inStack, Fingerprint.Of(Encoding.UTF8.GetBytes(text)));
        }
    }

    public void Dispose() => _directory.Dispose();
}
