using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns.Aws;
using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Schemas;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>docs/defaults.md, the schemas and what is synthesized: an attribute that Terraform would keep forever is written, or has a reason.</summary>
public class DocumentedDefaultsTests
{
    private static readonly StandIn[] s_standIns = [new AwsStandIn(), new KubernetesStandIn(), new HelmStandIn(), new TfeStandIn()];
    private static readonly Dictionary<string, Block> s_resources = s_standIns
        .SelectMany(standIn => standIn.Schema.ResourceSchemas)
        .ToDictionary(resource => resource.Key, resource => resource.Value.Block);

    /// <summary>The resources that a fleet file can adopt.</summary>
    private static readonly string[] s_adoptable = ["aws_eks_addon", "aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_target_group"];

    [Fact]
    public void What_Terraform_would_keep_is_written_in_every_resource_or_left_out_for_a_reason() =>
        Kept().Where(kept => !IsAlwaysWritten(kept.Type, kept.Path)).Select(Address).Where(path => !IsLeftOut(path)).Should().BeEmpty();

    [Fact]
    public void Every_reason_is_of_something_that_Terraform_would_keep_and_that_is_not_always_written()
    {
        var kept = Kept().Where(kept => !IsAlwaysWritten(kept.Type, kept.Path)).Select(Address).ToArray();

        DefaultsPage.LeftOut.Where(row => !kept.Any(path => DefaultsPage.Covers(row, path))).Should().BeEmpty();
    }

    [Fact]
    public void Every_default_of_the_page_is_synthesized()
    {
        DefaultsPage.Written.Should().HaveCountGreaterThan(30);
        foreach (var (address, value) in DefaultsPage.Written)
        {
            var (type, path) = Split(address);
            SynthesizedResources.At(type, path).Select(TextOf).Should().Contain(value, address);
            (IsLeftOut(address) || IsAlwaysWritten(type, KeptOf(type, path))).Should().BeTrue(address);
        }
    }

    /// <summary>The rehearsal lists them for a resource that is adopted.</summary>
    [Fact]
    public void Every_default_that_is_known_of_an_adopted_resource_is_on_the_page() =>
        s_adoptable
            .SelectMany(type => OptionalComputed.Of(type).Written.Select(setting => ($"{type}.{setting.Key}", setting.Value.ToString())))
            .Should()
            .BeSubsetOf(DefaultsPage.Written.Select(row => (row.Path, Capital(row.Default))).Append(("aws_lb.enable_deletion_protection", "True")));

    [Fact]
    public void An_adopted_resource_ignores_what_the_page_says()
    {
        DefaultsPage.Ignored.Keys.Should().BeEquivalentTo(s_adoptable);
        foreach (var (type, ignored) in DefaultsPage.Ignored)
        {
            SynthesizedResources
                .At(type, "lifecycle.ignore_changes")
                .OfType<JsonArray>()
                .Select(names => names.Select(name => name!.GetValue<string>()))
                .Should()
                .Contain(names => names.SequenceEqual(ignored), type)
                .And.OnlyContain(names => names.All(ignored.Contains), type);
        }
    }

    /// <summary>What one mapping of the file says is ignored all together, or not at all.</summary>
    [Fact]
    public void What_the_file_says_is_not_ignored()
    {
        foreach (var type in s_adoptable)
        {
            foreach (var configuration in SynthesizedResources.Of(type))
            {
                var ignored = configuration["lifecycle"]?["ignore_changes"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
                ignored.Except(["tags"]).Where(name => configuration[name] is not null).Should().BeEmpty(type);
            }
        }
    }

    [Fact]
    public void Nothing_of_an_adopted_resource_is_reset_that_no_key_can_say()
    {
        foreach (var type in s_adoptable)
        {
            var known = OptionalComputed.Of(type);
            var reset = s_resources[type]
                .Attributes.Where(attribute => attribute.Value is { Optional: true, Computed: false })
                .Select(attribute => attribute.Key)
                .Concat(s_resources[type].BlockTypes.Keys.Except(known.Blocks).Except(["timeouts"]));

            reset
                .Where(name => SynthesizedResources.At(type, name).All(value => value is null))
                .Except(DefaultsPage.Ignored[type])
                .Select(name => $"{type}.{name}")
                .Except(DefaultsPage.NotInAws)
                .Should()
                .BeEmpty();
        }
    }

    /// <summary>
    /// What is optional and computed, blocks included, in blocks that are synthesized. The provider itself plans the default of what has one.
    /// </summary>
    private static IEnumerable<(string Type, string Path)> Kept() =>
        OptionalComputed.Types.SelectMany(type =>
            OptionalComputed
                .Of(type)
                .Attributes.Concat(OptionalComputed.Of(type).Blocks)
                .Where(path => OptionalComputed.Of(type).DefaultOf(path) is null && SynthesizedResources.At(type, path).Any())
                .Select(path => (type, path))
        );

    /// <summary>What must be written for an attribute: the block that it is in where Terraform would keep that, otherwise itself.</summary>
    private static string KeptOf(string type, string path) =>
        OptionalComputed.Of(type) is var known && known.Attributes.Contains(path)
            ? path
            : known.Blocks.FirstOrDefault(block => DefaultsPage.Covers(block, path)) ?? path;

    private static bool IsAlwaysWritten(string type, string path) => SynthesizedResources.At(type, path).All(value => value is not null);

    private static bool IsLeftOut(string address) => DefaultsPage.LeftOut.Any(row => DefaultsPage.Covers(row, address));

    private static string Address((string Type, string Path) kept) => $"{kept.Type}.{kept.Path}";

    private static (string Type, string Path) Split(string address) => (address.Split('.')[0], address[(address.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    /// <summary>A boolean as .NET writes it.</summary>
    private static string Capital(string value) => bool.TryParse(value, out var boolean) ? $"{boolean}" : value;

    private static string? TextOf(JsonNode? value) =>
        value switch
        {
            JsonArray { Count: 1 } one => TextOf(one[0]),
            JsonValue text when text.TryGetValue<string>(out var written) => written,
            _ => value?.ToJsonString(),
        };
}
