using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Jsii;
using Mooring.Publishing;
using Mooring.Synthesis;
using Mooring.Synthesis.Reuse;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Publishing;
using Xunit;

namespace Mooring.Tests.Synthesis.Reuse;

/// <summary>The small fleet, synthesized a second time over the first.</summary>
[Collection(nameof(SmallOutput))]
public sealed class ReuseTests : IDisposable
{
    private const string Chart = "stacks/binding-blue/assets";

    private readonly TemporaryDirectory _output = new();
    private readonly FleetSpec _fleet = FleetFile.Parse(SmallFleet.Text);
    private readonly Dictionary<string, string> _fresh;

    public ReuseTests(SmallOutput small)
    {
        small.CopyTo(_output.Path);
        _fresh = SynthesizedFiles.In(_output.Path);
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Without_changes_nothing_is_synthesized()
    {
        Synthesize(_fleet).Should().BeEmpty();

        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Fact]
    public void A_stack_that_is_reused_has_the_order_of_the_fleet_as_it_is_now()
    {
        FleetSynthesis.Synthesize(SmallFleet.With("delivery: helm", "delivery: argocd\n    handoverFrom: helm"), _output.Path);

        var after = FleetSynthesis.Synthesize(SmallFleet.With("delivery: helm", "delivery: argocd"), _output.Path);

        var registration = after.Stacks.Single(stack => stack.Name == "registration-blue");
        registration.IsReused.Should().BeTrue();
        registration.Dependencies.Should().Equal("load-balancer-public", "cluster-root", "cluster-blue");
    }

    /// <summary>A text that looks like a token of CDKTF's would be another stack's value, and would change that stack's file.</summary>
    [Fact]
    public void A_text_that_looks_like_a_token_changes_only_its_own_stack()
    {
        var before = SynthesizedFiles.In(_output.Path);
        const string groups = "{ principal: 'arn:aws:iam::111122223333:role/ops', kubernetesGroups: ['#{TfToken[TOKEN.1]}'] }";
        var fleet = SmallFleet.With("    bindings:\n", $"    accessEntries: {{ ops: {groups} }}\n    bindings:\n");

        Synthesize(fleet).Should().Equal("cluster-blue");

        var after = SynthesizedFiles.In(_output.Path);
        const string changed = "stacks/cluster-blue/cdk.tf.json";
        after[changed].Should().Contain("#{TfToken[%{if false}%{endif}TOKEN.1]}");
        before.Where(file => after[file.Key] != file.Value).Select(file => file.Key).Should().Equal(changed);
        Synthesize(fleet).Should().BeEmpty();
        using var fresh = new TemporaryDirectory();
        FleetSynthesis.Synthesize(fleet, fresh.Path);
        SynthesizedFiles.In(fresh.Path).Should().BeEquivalentTo(after);
    }

    [Fact]
    public void Without_reuse_everything_is() => Synthesize(_fleet, new SynthesisOptions { Reuse = false }).Should().HaveCount(5);

    [Theory]
    [InlineData("stacks/cluster-blue/cdk.tf.json", "cluster-blue")]
    [InlineData($"{Chart}/Bindings_*/*/Chart.yaml", "binding-blue")]
    public void A_changed_output_file_is_synthesized_again(string file, string stack)
    {
        File.AppendAllText(Find(file), " ");

        Synthesize(_fleet).Should().Equal(stack);
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Theory]
    [InlineData("stacks/registration-blue/cdk.tf.json", "registration-blue")]
    [InlineData($"{Chart}/Bindings_*/*/templates/targetgroupbindings.yaml", "binding-blue")]
    public void A_removed_output_file_is_synthesized_again(string file, string stack)
    {
        File.Delete(Find(file));

        Synthesize(_fleet).Should().Equal(stack);
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Fact]
    public void A_file_added_to_the_assets_is_removed()
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Find($"{Chart}/Bindings_*/*/Chart.yaml"))!, "templates", "more.yaml"), "kind: Secret");

        Synthesize(_fleet).Should().Equal("binding-blue");
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("stacks/cluster-root")]
    public void A_removed_resource_is_created_again(string path)
    {
        var gone = Path.Combine(_output.Path, path);
        Directory.Move(gone, $"{_output.Path}-gone");
        Directory.Move($"{_output.Path}-gone", Path.Combine(_output.Path, ".gone"));

        Synthesize(_fleet);

        Path.Exists(gone).Should().BeTrue();
        _fresh.Keys.Should().OnlyContain(file => File.ReadAllText(Path.Combine(_output.Path, file)) == _fresh[file]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"Program\":null,\"Manifest\":null,\"Stacks\":null}")]
    [InlineData("{\"Checksum\":null,\"Record\":null}")]
    [InlineData("{\"Checksum\":\"\",\"Record\":[]}")]
    public void A_record_that_cannot_be_read_is_ignored(string record)
    {
        File.WriteAllText(Path.Combine(_output.Path, ".synthesis.json"), record);

        Synthesize(_fleet).Should().HaveCount(5);
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Fact]
    public void A_record_of_another_program_is_ignored()
    {
        var program = ProgramFingerprint.OfThis(NodeEnvironment.OfUser());
        Edit(record => record.Replace(program, new string('0', program.Length), StringComparison.Ordinal));

        Synthesize(_fleet).Should().HaveCount(5);
    }

    [Fact]
    public void A_record_that_was_edited_by_hand_is_ignored()
    {
        var file = Path.Combine(_output.Path, ".synthesis.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Resources\":5", "\"Resources\":6", StringComparison.Ordinal));

        Synthesize(_fleet).Should().HaveCount(5);
    }

    /// <summary>A record whose author also knew how its checksum is made.</summary>
    [Theory]
    [InlineData("\"Kind\":\"cluster\"", "\"Kind\":\"no-kind\"")]
    [InlineData("\"Kind\":\"cluster\"", "\"Kind\":null")]
    [InlineData("\"cluster-blue\":{", "\"../cluster-blue\":{")]
    [InlineData("\"Dependencies\":[", "\"Dependencies\":[null,")]
    [InlineData("\"cdk.tf.json\":", "\"../../../../secret\":")]
    [InlineData("\"Files\":{", "\"Files\":null,\"Else\":{")]
    [InlineData("\"Entry\":\"{", "\"Entry\":\"[{")]
    [InlineData("stacks/cluster-blue/cdk.tf.json", "stacks/elsewhere/cdk.tf.json")]
    public void A_hostile_record_is_ignored(string text, string hostile)
    {
        Edit(record => record.Replace(text, hostile, StringComparison.Ordinal));

        Synthesize(_fleet).Should().HaveCount(5);
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
    }

    [Fact]
    public void A_disk_that_is_full_while_the_output_is_replaced_leaves_the_last_one()
    {
        var changed = SmallFleet.With("region: eu-west-1", "region: eu-central-1");

        FluentActions
            .Invoking(() => Synthesize(changed, new SynthesisOptions { Files = new FaultyFileSystem(100, Fault.Once) }))
            .Should()
            .Throw<IOException>()
            .WithMessage("No space left on device");

        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
        Synthesize(_fleet).Should().BeEmpty("the record is the last one, too");
    }

    /// <summary>Killed while it published, a run leaves some new stacks among old ones, and the record of the run before.</summary>
    [Fact]
    public void After_a_run_that_was_killed_half_way_the_output_is_whole_again()
    {
        var changed = SmallFleet.With("region: eu-west-1", "region: eu-central-1");
        using var other = new TemporaryDirectory();
        FleetSynthesis.Synthesize(changed, other.Path);
        foreach (var stack in (string[])["cluster-blue", "binding-blue"])
        {
            File.Copy(Path.Combine(other.Path, "stacks", stack, "cdk.tf.json"), Path.Combine(_output.Path, "stacks", stack, "cdk.tf.json"), overwrite: true);
        }

        var abandoned = Directory.CreateDirectory(Path.Combine(_output.Path, ".mooring-staging-abandoned"));
        File.WriteAllText(Path.Combine(abandoned.FullName, ".mooring-owner"), string.Empty);
        var users = Directory.CreateDirectory(Path.Combine(_output.Path, ".staging-mine", "notes"));

        Synthesize(_fleet).Should().BeEquivalentTo("cluster-blue", "binding-blue");
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(_fresh);
        Directory.Exists(abandoned.FullName).Should().BeFalse();
        users.Exists.Should().BeTrue();
        Synthesize(changed).Should().HaveCount(5);
        SynthesizedFiles.In(_output.Path).Should().BeEquivalentTo(SynthesizedFiles.In(other.Path));
    }

    /// <summary>The stacks that were synthesized.</summary>
    private List<string> Synthesize(FleetSpec fleet, SynthesisOptions? options = null)
    {
        List<string> begun = [];
        var synthesized = FleetSynthesis.Synthesize(fleet, _output.Path, (options ?? new()) with { OnStack = begun.Add });
        synthesized.Stacks.Where(stack => !stack.IsReused).Select(stack => stack.Name).Should().BeEquivalentTo(begun);
        return begun;
    }

    /// <summary>Edits the record, and makes its checksum again.</summary>
    private void Edit(Func<string, string> edit)
    {
        var file = Path.Combine(_output.Path, ".synthesis.json");
        var last = File.ReadAllText(file);
        var record = last[(last.IndexOf(":{", StringComparison.Ordinal) + 1)..^1];
        last.Should().Be(Sealed(record));
        edit(record).Should().NotBe(record);
        File.WriteAllText(file, Sealed(edit(record)));

        static string Sealed(string record) => $"{{\"Checksum\":\"{Fingerprint.Of(record)}\",\"Record\":{record}}}";
    }

    private string Find(string pattern) =>
        pattern
            .Split('/')
            .Aggregate((IEnumerable<string>)[_output.Path], (found, part) => found.SelectMany(directory => Directory.GetFileSystemEntries(directory, part)))
            .Single();
}
