using System.Text.Json;
using FluentAssertions;
using Mooring.Publishing;
using Xunit;

namespace Mooring.Tests.Publishing;

/// <summary>What others have put where a run writes, or into what it reads.</summary>
public sealed class InTheWayTests : IDisposable
{
    private static readonly string[] s_folders = ["..", ".staging-mine"];

    private readonly PublishedFleet _fleet = new();

    public void Dispose() => _fleet.Dispose();

    [Theory]
    [InlineData("cdktf.out/stacks", true)]
    [InlineData("cdktf.out/stacks/binding-blue", true)]
    [InlineData("cdktf.out/stacks/binding-blue/assets", true)]
    [InlineData("cdktf.out/stacks/binding-blue/assets/Chart_1", true)]
    [InlineData("cdktf.out/stacks/binding-blue/assets/Chart_1/before/more", true)]
    [InlineData("cdktf.out/stacks/binding-blue/assets/more.yaml", false)]
    [InlineData("cdktf.out/stacks/binding-blue/cdk.tf.json", false)]
    [InlineData("cdktf.out/manifest.json", false)]
    [InlineData("cdktf.out/.synthesis.json", false)]
    [InlineData("fleet.priorities.json", false)]
    public void A_symbolic_link_is_not_written_through_and_not_replaced(string path, bool toDirectory)
    {
        _fleet.Link(path, toDirectory);
        var before = _fleet.Files;

        Publish().Should().Throw<IOException>().WithMessage($"{_fleet.PathOf(path)} must be a *, and is a symbolic link: move it away.");

        _fleet.Files.Should().BeEquivalentTo(before);
        new FileInfo(_fleet.PathOf(path)).LinkTarget.Should().NotBeNull();
        _fleet.Leftovers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("cdktf.out/stacks/binding-blue/cdk.tf.json")]
    [InlineData("cdktf.out/manifest.json")]
    [InlineData("cdktf.out/.synthesis.json")]
    public void A_directory_in_place_of_a_file_is_named(string path)
    {
        File.Delete(_fleet.PathOf(path));
        _fleet.Write($"{path}/notes.txt", "user");
        var before = _fleet.Files;

        Publish().Should().Throw<IOException>().WithMessage($"{_fleet.PathOf(path)} must be a file, and is a directory: move it away.");

        _fleet.Files.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void A_file_in_place_of_a_stack_is_named()
    {
        _fleet.Write("cdktf.out/stacks/binding-green", "user");
        var before = _fleet.Files;

        Publish().Should().Throw<IOException>().WithMessage("*binding-green must be a directory, and is a file: move it away.");

        _fleet.Files.Should().BeEquivalentTo(before);
    }

    [Fact]
    public void What_somebody_changed_after_a_run_was_killed_stays()
    {
        KillAtTheEnd();
        _fleet.Write("cdktf.out/stacks/binding-blue/cdk.tf.json", "mended by hand");
        _fleet.Write("cdktf.out/stacks/binding-green/terraform.tfstate", "terraform");

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        var files = _fleet.Files;
        files["cdktf.out/stacks/binding-blue/cdk.tf.json"].Should().Be("mended by hand");
        files["cdktf.out/stacks/binding-green/terraform.tfstate"].Should().Be("terraform");
        files["cdktf.out/manifest.json"].Should().Be("before");
    }

    [Fact]
    public void An_output_that_somebody_deleted_after_a_run_was_killed_stays_deleted()
    {
        KillAtTheEnd();
        Directory.Delete(_fleet.PathOf("cdktf.out/stacks"), recursive: true);

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        _fleet.Files.Keys.Should().NotContain(file => file.Contains("/stacks/", StringComparison.Ordinal));
        _fleet.Leftovers.Should().BeEmpty();
    }

    /// <summary>Anybody who can write to the directory can leave a journal there.</summary>
    [Theory]
    [InlineData("stacks/binding-blue/terraform.tfstate", "terraform")]
    [InlineData("stacks/../../user.txt", "user")]
    [InlineData("../user.txt", "user")]
    [InlineData("/user.txt", "user")]
    [InlineData("stacks/linked/cdk.tf.json", "user")]
    public void A_journal_cannot_change_files_of_others(string path, string content)
    {
        _fleet.Write("user.txt", "user");
        _fleet.Link("cdktf.out/stacks/linked", toDirectory: true);
        var target = path[0] == '/' ? _fleet.PathOf("user.txt") : path;
        Journal(
            new
            {
                Folders = s_folders,
                Changes = new[]
                {
                    new
                    {
                        Path = target,
                        Kept = (string?)null,
                        New = HashOf(content),
                    },
                },
                Temporaries = new[] { _fleet.PathOf("user.txt") },
            }
        );
        var before = _fleet.Files;

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        _fleet.Files.Should().BeEquivalentTo(before);
        _fleet.Leftovers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Folders\":[null],\"Changes\":[]}")]
    [InlineData("{\"Folders\":[],\"Changes\":[null]}")]
    [InlineData("{\"Folders\":[],\"Changes\":[{\"Path\":\"\",\"Kept\":\"\"}]}")]
    [InlineData("{\"Folders\":[],\"Changes\":[{\"Path\":\"stacks/a/cdk.tf.json\",\"Kept\":\"..\",\"New\":null}]}")]
    public void A_journal_that_no_run_wrote_is_like_none(string journal)
    {
        var before = _fleet.Files;
        Abandoned();
        _fleet.Write("cdktf.out/.mooring-staging-x/journal.json", journal);

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        _fleet.Files.Should().BeEquivalentTo(before);
        _fleet.Leftovers.Should().BeEmpty();
    }

    [Fact]
    public void The_directory_of_a_run_that_lives_stays()
    {
        using var living = OwnedDirectory.Create(_fleet.Output, ".mooring-staging-");

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        Directory.Exists(living.Path).Should().BeTrue();
    }

    [Fact]
    public void A_link_in_the_directory_of_a_killed_run_is_not_followed()
    {
        Abandoned();
        _fleet.Link("cdktf.out/.mooring-staging-x/new", toDirectory: true);

        Publication.Recover(_fleet.Place, DiskFileSystem.Instance);

        _fleet.Leftovers.Should().BeEmpty();
        _fleet.Files["elsewhere/cdk.tf.json"].Should().Be("user");
    }

    private Action Publish() => () => _fleet.Publish(DiskFileSystem.Instance);

    private void KillAtTheEnd()
    {
        var calls = 0;
        using (var other = new PublishedFleet())
        {
            other.Publish(new FaultyFileSystem(int.MaxValue, Fault.Once) { OnCall = () => calls++ });
        }

        _fleet.Invoking(fleet => fleet.Publish(new FaultyFileSystem(calls, Fault.DeathIn))).Should().Throw<UnfinishedPublicationException>();
    }

    private void Abandoned() => _fleet.Write("cdktf.out/.mooring-staging-x/.mooring-owner", string.Empty);

    private void Journal<T>(T journal)
    {
        Abandoned();
        _fleet.Write("cdktf.out/.mooring-staging-x/journal.json", JsonSerializer.Serialize(journal));
    }

    private static string HashOf(string content) => Fingerprint.Of(System.Text.Encoding.UTF8.GetBytes(content));
}
