using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Project.Tests.Assertions;

/// <summary>Snapshots, as the tests of this repository and those of users compare them.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly SnapshotFolder _snapshots;

    public SnapshotFolderTests() => _snapshots = new SnapshotFolder(_directory.Path);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_text_that_differs_is_shown_and_kept_beside_the_reviewed_one()
    {
        Write("shop.verified.json", "{\n  \"weight\": 90\n}\n");

        var message = FailureOf(() => _snapshots.Verify("shop", "{\n  \"weight\": 10\n}"));

        message.Should().StartWith("shop differs; read the difference").And.Contain("dotnet test -e ACCEPT_SNAPSHOTS=1");
        message.Should().ContainAll("-  \"weight\": 90", "+  \"weight\": 10");
        Read("shop.received.json").Should().Be("{\n  \"weight\": 10\n}\n");
        Read("shop.verified.json").Should().Contain("90");
    }

    [Fact]
    public void A_text_that_is_the_reviewed_one_again_leaves_nothing()
    {
        Write("shop.verified.json", "{}\n");
        FailureOf(() => _snapshots.Verify("shop", "[]"));

        _snapshots.Verify("shop", "{}");

        Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Should().Equal("shop.verified.json");
    }

    [Fact]
    public void A_folder_has_the_files_that_are_synthesized_and_no_others()
    {
        Write("fleet/stacks/blue/cdk.tf.json", "{}\n");
        Write("fleet/stacks/green/cdk.tf.json", "{}\n");

        FailureOf(() => _snapshots.VerifyDirectory("fleet", new Dictionary<string, string> { ["stacks/blue/cdk.tf.json"] = "{}" }))
            .Should()
            .StartWith("fleet no longer has stacks/green/cdk.tf.json; ");
    }

    [Fact]
    public void The_first_snapshot_of_a_fleet_is_a_difference_too() =>
        FailureOf(() => _snapshots.VerifyDirectory("fleet", new Dictionary<string, string> { ["manifest.json"] = "{}" }))
            .Should()
            .StartWith("fleet/manifest.json differs; ");

    [Fact]
    public void A_folder_is_found_above_the_program_that_runs()
    {
        SnapshotFolder.Find("main.tf.json.snapshots").Path.Should().Be(Repository.PathOf("main.tf.json.snapshots"));
        FluentActions
            .Invoking(() => SnapshotFolder.Find("no-such-folder"))
            .Should()
            .Throw<DirectoryNotFoundException>()
            .WithMessage("there is no folder 'no-such-folder' in * or above: create it, empty");
    }

    private static string FailureOf(Action verify) => FluentActions.Invoking(verify).Should().Throw<SnapshotException>().Which.Message;

    private string Read(string name) => File.ReadAllText(Path.Combine(_directory.Path, name));

    private void Write(string name, string text)
    {
        var file = Path.Combine(_directory.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
