using FluentAssertions;
using Mooring.Publishing;
using Xunit;

namespace Mooring.Tests.Publishing;

/// <summary>An output replaces the last one as a whole, whatever call of the file system fails, and wherever the process is killed.</summary>
public sealed class AllOrNothingTests
{
    private static readonly Lazy<Dictionary<string, string>> s_after = new(After);

    private static IFileSystem Disk => DiskFileSystem.Instance;

    [Fact]
    public void The_next_output_replaces_the_last_and_nothing_of_others()
    {
        using var fleet = new PublishedFleet();

        fleet.Publish(Disk);

        fleet
            .Files.Should()
            .BeEquivalentTo(
                new Dictionary<string, string>
                {
                    ["cdktf.out/manifest.json"] = "after",
                    ["cdktf.out/.synthesis.json"] = "after",
                    ["cdktf.out/stacks/binding-blue/cdk.tf.json"] = "assets/Chart_1/after/Chart.yaml",
                    ["cdktf.out/stacks/binding-blue/assets/Chart_1/after/Chart.yaml"] = "after",
                    ["cdktf.out/stacks/binding-blue/assets/Chart_1/after/templates/new.yaml"] = "after",
                    ["cdktf.out/stacks/binding-blue/.terraform/terraform.tfstate"] = "terraform",
                    ["cdktf.out/stacks/binding-blue/terraform.tfstate"] = "terraform",
                    ["cdktf.out/stacks/cluster-blue/cdk.tf.json"] = "same",
                    ["cdktf.out/stacks/binding-green/cdk.tf.json"] = "assets/Chart_1/after/Chart.yaml",
                    ["cdktf.out/stacks/binding-green/assets/Chart_1/after/Chart.yaml"] = "after",
                    ["cdktf.out/stacks/binding-green/assets/Chart_1/after/templates/new.yaml"] = "after",
                    ["cdktf.out/.staging-mine/notes.txt"] = "user",
                    ["cdktf.out/.mooring-staging-mine/notes.txt"] = "user",
                    ["fleet.priorities.json"] = "after",
                    ["test.priorities.json"] = "after",
                }
            );
        fleet.Leftovers.Should().BeEmpty();
        Directory.Exists(fleet.PathOf("cdktf.out/stacks/binding-blue/assets/Chart_1/before")).Should().BeFalse();
    }

    [Fact]
    public void Whatever_call_fails_the_last_output_is_as_it_was()
    {
        var calls = EachCall(
            Fault.Once,
            (fleet, files) =>
            {
                var before = fleet.Files;

                fleet.Invoking(each => each.Publish(files)).Should().Throw<IOException>().Which.Should().NotBeOfType<UnfinishedPublicationException>();

                fleet.Files.Should().BeEquivalentTo(before);
                fleet.Leftovers.Should().BeEmpty();
            }
        );

        calls.Should().BeGreaterThan(40, "each file is looked at, copied and moved");
    }

    [Theory]
    [InlineData(Fault.DeathIn)]
    [InlineData(Fault.DeathAfter)]
    public void Wherever_a_run_is_killed_the_next_one_finds_the_last_output_or_the_new_one(Fault death)
    {
        var (old, @new) = (0, 0);
        EachCall(
            death,
            (fleet, files) =>
            {
                var before = fleet.Files;
                fleet.Invoking(each => each.Publish(files)).Should().Throw<IOException>();

                Publication.Recover(fleet.Place, Disk);

                var found = fleet.Files;
                (found["cdktf.out/manifest.json"] == "after" ? ref @new : ref old)++;
                found.Should().BeEquivalentTo(found["cdktf.out/manifest.json"] == "after" ? s_after.Value : before, "{0} calls were made", old);
                fleet.Leftovers.Should().BeEmpty();
            }
        );

        old.Should().BeGreaterThan(40);
        // Deleting the journal is the last call, and the step from the last output to the new one.
        @new.Should().Be(death == Fault.DeathAfter ? 1 : 0);
    }

    [Fact]
    public void A_run_that_puts_files_back_may_be_killed_too()
    {
        foreach (var death in new[] { Fault.DeathIn, Fault.DeathAfter })
        {
            for (var at = 1; ; at++)
            {
                using var fleet = new PublishedFleet();
                var before = fleet.Files;
                // The last rename of the run: as much as possible is to be put back.
                fleet.Invoking(each => each.Publish(new FaultyFileSystem(Calls.Value, Fault.DeathIn))).Should().Throw<UnfinishedPublicationException>();
                fleet.Files.Should().NotBeEquivalentTo(before);
                var files = new FaultyFileSystem(at, death);
                try
                {
                    Publication.Recover(fleet.Place, files);
                }
                catch (UnfinishedPublicationException)
                {
                    // It was killed.
                }

                Publication.Recover(fleet.Place, Disk);

                fleet.Files.Should().BeEquivalentTo(before);
                fleet.Leftovers.Should().BeEmpty();
                if (!files.Happened)
                {
                    at.Should().BeGreaterThan(20);
                    break;
                }
            }
        }
    }

    [Fact]
    public void Where_files_cannot_be_put_back_the_error_says_so()
    {
        using var fleet = new PublishedFleet();

        fleet
            .Invoking(each => each.Publish(new FaultyFileSystem(Calls.Value, Fault.DeathIn)))
            .Should()
            .Throw<UnfinishedPublicationException>()
            .WithMessage(
                $"No space left on device '{fleet.Output}' is partly written, and cannot be put back now: No space left on device The next run puts it back."
            );
    }

    [Fact]
    public void Terraform_finds_the_assets_of_a_stack_at_every_moment()
    {
        using var fleet = new PublishedFleet();
        var folder = fleet.PathOf("cdktf.out/stacks/binding-blue");
        var seen = new HashSet<string>();

        fleet.Publish(new FaultyFileSystem(int.MaxValue, Fault.Once) { OnCall = Look });

        seen.Should().BeEquivalentTo("assets/Chart_1/before/Chart.yaml", "assets/Chart_1/after/Chart.yaml");

        void Look()
        {
            var asset = File.ReadAllText(Path.Combine(folder, "cdk.tf.json"));
            seen.Add(asset);
            File.Exists(Path.Combine(folder, asset)).Should().BeTrue();
        }
    }

    /// <summary>How many calls a publication makes.</summary>
    private static Lazy<int> Calls { get; } =
        new(() =>
        {
            using var fleet = new PublishedFleet();
            var calls = 0;
            fleet.Publish(new FaultyFileSystem(int.MaxValue, Fault.Once) { OnCall = () => calls++ });
            return calls;
        });

    private static int EachCall(Fault fault, Action<PublishedFleet, IFileSystem> test)
    {
        for (var at = 1; at <= Calls.Value; at++)
        {
            using var fleet = new PublishedFleet();
            test(fleet, new FaultyFileSystem(at, fault));
        }

        return Calls.Value;
    }

    private static Dictionary<string, string> After()
    {
        using var fleet = new PublishedFleet();
        fleet.Publish(Disk);
        return fleet.Files;
    }
}
