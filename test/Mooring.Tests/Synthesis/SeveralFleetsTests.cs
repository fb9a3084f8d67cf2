using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Mooring.Tests.Fleet.Priorities;
using Xunit;

namespace Mooring.Tests.Synthesis;

/// <summary>Several fleets are synthesized into one output directory, all or nothing.</summary>
public sealed class SeveralFleetsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public SeveralFleetsTests()
    {
        Write("base.yaml", SmallFleet.Text);
        Write("test.yaml", "extends: base.yaml\nname: shop-test\nenvironment: test\n");
        Write("production.yaml", "extends: base.yaml\nname: shop\n");
    }

    private string Output => PathOf("cdktf.out");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_stack_has_the_name_of_its_state_and_is_otherwise_what_its_fleet_alone_has()
    {
        var both = Synthesize("test.yaml", "production.yaml").Stacks;
        var alone = FleetSynthesis.SynthesizeFile(PathOf("test.yaml"), PathOf("alone"), new SynthesisOptions()).Stacks;

        both.Select(stack => stack.Name).Should().Contain(["shop-cluster-blue", "shop-test-cluster-blue"]).And.HaveCount(2 * alone.Count);
        foreach (var stack in alone)
        {
            var together = both.Single(each => each.Name == $"shop-test-{stack.Name}");
            together.Dependencies.Should().Equal(stack.Dependencies.Select(name => $"shop-test-{name}"));
            TerraformOf(together).Should().Be(TerraformOf(stack));
        }
    }

    [Fact]
    public void The_manifest_has_all_stacks_each_with_its_folder()
    {
        Synthesize("test.yaml", "production.yaml");

        var stacks = JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "manifest.json")))!["stacks"]!.AsObject();
        foreach (var (name, stack) in stacks)
        {
            File.Exists(Path.Combine(Output, $"{stack!["synthesizedStackPath"]}")).Should().BeTrue();
            stack["dependencies"]!.AsArray().Select(each => $"{each}").Should().BeSubsetOf(stacks.Select(each => each.Key));
            stack["name"]!.ToString().Should().Be(name);
        }
    }

    [Fact]
    public void What_did_not_change_is_reused_and_what_did_is_synthesized()
    {
        Synthesize("test.yaml", "production.yaml");
        Changed("test.yaml", "production.yaml").Should().BeEmpty();
        Write("test.yaml", "extends: base.yaml\nname: shop-test\nenvironment: test\nclusters: { blue: { nodeGroups: { default: { maxSize: 3 } } } }\n");

        Changed("test.yaml", "production.yaml").Should().Equal("shop-test-cluster-blue");
    }

    [Fact]
    public void All_errors_of_all_fleets_are_reported_those_of_a_common_base_once_and_nothing_is_written()
    {
        Write("base.yaml", SmallFleet.Text.Replace("port: 80\n", "port: 0\n", StringComparison.Ordinal));
        Write("test.yaml", "extends: base.yaml\nname: shop-test\nregio: eu-west-1\n");

        FaultsOf("test.yaml", "production.yaml", "missing.yaml")
            .Should()
            .Equal("missing.yaml: there is no such file: name a fleet file, or run where 'fleet.yaml' is");
        FaultsOf("test.yaml", "production.yaml")
            .Should()
            .Equal(
                "test.yaml(3,1): regio is not a known key: did you mean 'region'?",
                "base.yaml(13,15): loadBalancers.public.listeners.http.port must be between 1 and 65535, got 0"
            );
        Directory.Exists(Output).Should().BeFalse();
    }

    [Fact]
    public void Fleets_that_would_manage_the_same_things_are_refused()
    {
        const string Account = "account: '111122223333'\n";
        const string State = "backend: { s3: { bucket: states, keyPrefix: shop } }\n";
        Write("again.yaml", $"extends: base.yaml\n{Account}{State}");
        Write("other.yaml", $"extends: base.yaml\nname: other\n{Account}{State}clusters: {{ blue: {{ existing: true, nodeGroups: null }} }}\n");
        Write("production.yaml", $"extends: base.yaml\n{Account}{State}");

        FaultsOf("production.yaml", "again.yaml", "other.yaml")
            .Should()
            .Contain([
                "again.yaml: name must be another one than that of production.yaml: load balancers, state and stacks have it in their names, got 'shop'",
                "again.yaml: clusters.blue must have another name: production.yaml creates a cluster 'blue' with roles of the same names in account "
                    + "111122223333, too",
                "other.yaml: backend.s3.keyPrefix must be another one than that of production.yaml: stacks of both would have the same state, got 'shop'",
                "other.yaml: clusters.root must have another name: again.yaml creates a cluster 'root' with roles of the same names in account "
                    + "111122223333, too",
            ])
            .And.NotContain(fault => fault.StartsWith("other.yaml: clusters.blue"));
    }

    /// <summary>Argo CD would remove the ApplicationSets of the one, and with them its Applications, when the other is committed.</summary>
    [Theory]
    [InlineData("path: apps/test", "path: apps/production", false)]
    [InlineData("targetRevision: test", "targetRevision: main", false)]
    [InlineData("path: apps/shop", "path: apps/shop", true)]
    public void Fleets_that_would_be_written_to_one_directory_in_git_are_refused(string ofTest, string ofProduction, bool isRefused)
    {
        static string GitOps(string where) => $"argoCd: {{ gitOps: {{ repoUrl: 'https://git.example.com/platform/apps.git', {where} }} }}\n";
        Write("test.yaml", $"extends: base.yaml\nname: shop-test\n{GitOps(ofTest)}");
        Write("production.yaml", $"extends: base.yaml\n{GitOps(ofProduction)}");

        FaultsOf("test.yaml", "production.yaml")
            .Should()
            .Equal(
                isRefused
                    ?
                    [
                        "production.yaml: argoCd.gitOps.path must be another one than that of test.yaml: each would overwrite the ApplicationSets of the "
                            + "other in Git, got 'apps/shop'",
                    ]
                    : []
            );
    }

    /// <summary>A cluster is where its location is, which need not be where its fleet is. Its name is of a region, and its roles are of an account.</summary>
    [Theory]
    [InlineData("333344445555", "eu-west-1", "eu-west-1", null)]
    [InlineData("222233334444", "us-east-1", "eu-west-1", null)]
    [InlineData("222233334444", "eu-west-1", "eu-west-1", "with roles of the same names in account 222233334444")]
    [InlineData("222233334444", "eu-west-1", "us-east-1", "in region eu-west-1 of account 222233334444")]
    public void Clusters_of_one_name_are_compared_where_they_are(string account, string region, string ofFleet, string? collision)
    {
        static string In(string account, string region) =>
            $"account: '111122223333'\nlocations: {{ there: {{ account: '{account}', region: {region}, vpc: vpc-0b1b2c3d4e5f60718, "
            + $"assumeRole: 'arn:aws:iam::{account}:role/terraform' }} }}\nloadBalancers: {{ public: {{ location: there }} }}\n"
            + "argoCd: null\nclusters: { root: null, blue: { location: there } }\n";
        Write("test.yaml", $"extends: base.yaml\nname: shop-test\n{In("222233334444", "eu-west-1")}");
        Write("production.yaml", $"extends: base.yaml\nregion: {ofFleet}\n{In(account, region)}");

        FaultsOf("test.yaml", "production.yaml")
            .Should()
            .Equal(collision is null ? [] : [$"production.yaml: clusters.blue must have another name: test.yaml creates a cluster 'blue' {collision}, too"]);
    }

    [Theory]
    [InlineData(
        "create",
        "Shop",
        new[] { "project must be another one than that of test.yaml, which creates it", "dynamicCredentials.oidcProvider must be 'existing'" }
    )]
    [InlineData("existing", "shop2", new string[0])]
    public void A_project_and_an_oidc_provider_are_created_once(string oidcProvider, string project, string[] faults)
    {
        static string Cloud(string oidcProvider, string project) =>
            "account: '111122223333'\nclusterAuthentication: token\n"
            + $"backend: {{ cloud: {{ organization: example, project: {project}, workspaces: managed, dynamicCredentials: {{ oidcProvider: {oidcProvider}, "
            + "policyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] } } }\nargoCd: null\nclusters: { root: null";
        Write("test.yaml", $"extends: base.yaml\nname: shop-test\n{Cloud("create", "shop")}, blue: null, red: {{ existing: true }} }}\nloadBalancers: null\n");
        Write("production.yaml", $"extends: base.yaml\n{Cloud(oidcProvider, project)} }}\n");

        FaultsOf("test.yaml", "production.yaml").Select(fault => faults.FirstOrDefault(fault.Contains) ?? fault).Should().Equal(faults);
    }

    [Fact]
    public void Each_fleet_has_its_own_record_of_priorities_beside_its_file()
    {
        Write("a.yaml", PriorityRecordTests.FleetOf("a"));
        Write("b.yaml", PriorityRecordTests.FleetOf("b", "c").Replace("name: shop", "name: shop-b", StringComparison.Ordinal));

        Synthesize("a.yaml", "b.yaml").WrittenPriorities.Should().Equal(PathOf("a.priorities.json"), PathOf("b.priorities.json"));

        File.ReadAllText(PathOf("b.priorities.json")).Should().Contain("\"c\": 20");
        Changed("a.yaml", "b.yaml").Should().BeEmpty();
    }

    [Fact]
    public void A_warning_of_a_common_base_is_printed_once()
    {
        Write("base.yaml", $"{SmallFleet.Text}\nbackend: {{ cloud: {{ organization: shop }} }}\n");
        List<string> warnings = [];

        FleetSynthesis.SynthesizeFiles(
            [PathOf("test.yaml"), PathOf("production.yaml")],
            Output,
            new SynthesisOptions { Warnings = new WarningOptions { OnWarning = warning => warnings.Add($"{warning}") } }
        );

        warnings.Should().ContainSingle().Which.Should().Contain("base.yaml(");
    }

    /// <summary>What Terraform reads of a stack: without the metadata of CDKTF.</summary>
    private static string TerraformOf(SynthesizedStack stack) => Without(JsonNode.Parse(File.ReadAllText(stack.File))!).ToJsonString();

    private static JsonNode Without(JsonNode node)
    {
        if (node is JsonObject map)
        {
            map.Remove("//");
        }

        foreach (
            var below in node is JsonObject values ? values.Select(pair => pair.Value)
            : node is JsonArray list ? list
            : []
        )
        {
            _ = below is null ? null : Without(below);
        }

        return node;
    }

    private string[] Changed(params string[] files) => [.. Synthesize(files).Stacks.Where(stack => !stack.IsReused).Select(stack => stack.Name)];

    private SynthesizedFleet Synthesize(params string[] files) => FleetSynthesis.SynthesizeFiles([.. files.Select(PathOf)], Output, new SynthesisOptions());

    private string[] FaultsOf(params string[] files)
    {
        try
        {
            Synthesize(files);
            return [];
        }
        catch (FleetException exception)
        {
            return [.. exception.Faults.Select(fault => $"{fault}".Replace($"{_directory.Path}/", string.Empty, StringComparison.Ordinal))];
        }
    }

    private string PathOf(string file) => Path.Combine(_directory.Path, file);

    private void Write(string file, string text) => File.WriteAllText(PathOf(file), text);
}
