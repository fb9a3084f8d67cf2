using System.Diagnostics;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>A stage is a file that extends a base and says what differs.</summary>
public sealed class ExtendedFleetTests : IDisposable
{
    private readonly StageFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_stage_has_what_the_base_has_and_what_differs()
    {
        var fleet = _files.Read("name: shop-test\nenvironment: test\nclusters: { blue: { nodeGroups: { default: { maxSize: 1 } } } }\n");

        (fleet.Name, fleet.Environment, fleet.Region).Should().Be(("shop-test", "test", "eu-west-1"));
        fleet.Clusters.Keys.Should().Equal("root", "blue");
        var nodes = fleet.Clusters["blue"].NodeGroups["default"];
        (nodes.MinSize, nodes.MaxSize).Should().Be((1, 1));
        nodes.InstanceTypes.Should().Equal("m7i.large");
    }

    [Fact]
    public void A_list_is_replaced_as_a_whole() =>
        _files
            .Read("clusters: { blue: { subnets: [subnet-0ee33333333333333, subnet-0ff44444444444444] } }\n")
            .Clusters["blue"]
            .Subnets.Should()
            .Equal("subnet-0ee33333333333333", "subnet-0ff44444444444444");

    [Fact]
    public void Bindings_and_rules_are_merged_by_their_names()
    {
        var rules = "loadBalancers: { public: { listeners: { http: { rules: [{ name: a, paths: [/a], redirect: { host: a.example.com } }, ";
        _files.Write("middle.yaml", $"extends: base.yaml\n{rules}{{ name: b, paths: [/b], redirect: {{ host: b.example.com }} }}] }} }} }} }}\n");
        _files.Write(
            "stages/test.yaml",
            """
            extends: ../middle.yaml
            loadBalancers: { public: { listeners: { http: { rules: [{ name: c, paths: [/c], redirect: { path: / } }, { name: a, paths: [/x] }] } } } }
            clusters: { blue: { bindings: [{ name: public, service: { port: 81 } }] } }
            """
        );

        var fleet = FleetFile.Read(_files.PathOf("stages/test.yaml"));

        var merged = fleet.LoadBalancers["public"].Listeners["http"].Rules;
        merged
            .Select(rule => (rule.Name, rule.Paths[0], rule.Redirect!.Host))
            .Should()
            .Equal(("a", "/x", "a.example.com"), ("b", "/b", "b.example.com"), ("c", "/c", null));
        var binding = fleet.Clusters["blue"].Bindings.Should().ContainSingle().Subject;
        (binding.LoadBalancer, binding.Service.Name, $"{binding.Service.Port}").Should().Be(("public", "ingress-nginx-controller", "81"));
    }

    [Fact]
    public void Null_removes_a_key_and_remove_an_entry_of_a_list()
    {
        var fleet = _files.Read(
            """
            argoCd: null
            loadBalancers: null
            clusters: { root: null, blue: { bindings: [{ loadBalancer: public, remove: true }] } }
            """
        );

        fleet.ArgoCd.Should().BeNull();
        fleet.LoadBalancers.Should().BeEmpty();
        fleet.Clusters.Should().ContainSingle().Which.Value.Bindings.Should().BeEmpty();
    }

    [Fact]
    public void Values_of_a_chart_are_merged_to_any_depth()
    {
        _files.Write("middle.yaml", "extends: base.yaml\ncontroller: { values: { podDisruptionBudget: { maxUnavailable: 1, a: { b: one, c: two } } } }\n");
        _files.Write("fleet.yaml", "extends: middle.yaml\ncontroller: { values: { podDisruptionBudget: { a: { b: null, d: three } } } }\n");

        FleetFile
            .Read(_files.PathOf("fleet.yaml"))
            .Controller.Values["podDisruptionBudget"]
            .Json.Should()
            .Be("""{"maxUnavailable":1,"a":{"c":"two","d":"three"}}""");
    }

    [Fact]
    public void Of_several_files_the_later_one_wins()
    {
        _files.Write("us.yaml", "region: us-east-1\nenvironment: us\n");
        _files.Write("test.yaml", "environment: test\n");
        _files.Write("fleet.yaml", "extends: [base.yaml, us.yaml, test.yaml]\nname: us-test\n");

        var fleet = FleetFile.Read(_files.PathOf("fleet.yaml"));

        (fleet.Name, fleet.Region, fleet.Environment).Should().Be(("us-test", "us-east-1", "test"));
    }

    [Fact]
    public void Anchors_and_merge_keys_are_those_of_a_file()
    {
        _files.Write("defaults.yaml", "x: &nodes { instanceTypes: [m7i.large], minSize: 1, maxSize: 3 }\n");

        _files
            .FaultsOf("clusters: { blue: { nodeGroups: { default: *nodes } } }\n")
            .Should()
            .Equal("stages/test.yaml(2,44): clusters.blue.nodeGroups.default must be an alias of an anchor above it, but there is no '&nodes', got '*nodes'");
        _files
            .Read("clusters: { blue: { nodeGroups: { default: &n { maxSize: 4 }, more: { <<: *n, instanceTypes: [m7i.large], minSize: 1 } } } }\n")
            .Clusters["blue"]
            .NodeGroups.Select(group => (group.Key, group.Value.MinSize, group.Value.MaxSize))
            .Should()
            .Equal(("default", 1, 4), ("more", 1, 4));
    }

    [Fact]
    public void A_fault_stands_in_the_file_where_it_was_written()
    {
        _files.Write("base.yaml", File.ReadAllText(_files.PathOf("base.yaml")).Replace("port: 80\n", "port: 0\n", StringComparison.Ordinal));

        _files
            .FaultsOf("regio: eu-west-1\nclusters:\n  blue: { nodeGroups: { default: { maxSize: 0 } } }\n")
            .Should()
            .Equal(
                "stages/test.yaml(2,1): regio is not a known key: did you mean 'region'?",
                "stages/test.yaml(4,45): clusters.blue.nodeGroups.default.maxSize must be at least 1, got 0",
                "base.yaml(13,15): loadBalancers.public.listeners.http.port must be between 1 and 65535, got 0"
            );
    }

    [Fact]
    public void What_is_missing_is_missing_in_the_file_that_is_read_and_a_base_need_not_be_complete()
    {
        _files.Write("base.yaml", "region: eu-west-1\n");

        _files.FaultsOf("name: shop\nenvironment: test\nclusters: { root: { existing: true } }\n").Should().Equal("stages/test.yaml(1,1): vpc is required");
    }

    [Fact]
    public void An_empty_key_could_mean_two_things() =>
        _files
            .FaultsOf("argoCd:\n")
            .Should()
            .Equal("stages/test.yaml(2,8): argoCd must not be empty: write 'null' to remove what base.yaml(6,3) has, or leave the key out");

    [Fact]
    public void What_is_removed_must_be_there() =>
        _files
            .FaultsOf("clusters: { blue: { bindings: [{ name: private, remove: true }] } }\n")
            .Should()
            .Equal("stages/test.yaml(2,32): clusters.blue.bindings has no 'private' to remove in the files that are extended");

    [Fact]
    public void A_misspelled_extends_is_the_only_error()
    {
        _files.Write("fleet.yaml", "extend: base.yaml\n");

        _files.FaultsOfFile("fleet.yaml").Should().Equal("fleet.yaml(1,1): extend is not a known key: did you mean 'extends'?");
    }

    [Theory]
    [InlineData(
        "extends: bse.yaml",
        "fleet.yaml(1,10): extends cannot be followed: bse.yaml: there is no such file; a path is relative to the file that has it"
    )]
    [InlineData("extends: [base.yaml, .]", "fleet.yaml(1,22): extends[1] cannot be followed: .: is a directory: name a file")]
    [InlineData("extends: 'a\0b'", "fleet.yaml(1,12): is not valid YAML: it must not have the character U+0000")]
    [InlineData("extends: \"a\\0b\"", "fleet.yaml(1,10): extends must be a path")]
    [InlineData("extends: { base: yaml }", "fleet.yaml(1,10): extends must be the path of a file, or a list of paths, got a mapping")]
    [InlineData("extends:", "fleet.yaml(1,9): extends must be the path of a file, or a list of paths, got nothing")]
    [InlineData("extends: [null]", "fleet.yaml(1,11): extends[0] must be the path of a file, or a list of paths, got null")]
    [InlineData(
        "extends: /dev/zero",
        "fleet.yaml(1,10): extends cannot be followed: /dev/zero: is empty, or it is no regular file but a pipe or a device: name a file"
    )]
    public void A_path_that_cannot_be_followed_is_the_only_error(string text, string fault)
    {
        _files.Write("fleet.yaml", text);

        _files.FaultsOfFile("fleet.yaml").Select(each => each.Replace(_files.Folder, ".", StringComparison.Ordinal)).Should().Equal(fault);
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_opened()
    {
        Process.Start("mkfifo", _files.PathOf("pipe.yaml")).WaitForExit();
        _files.Write("fleet.yaml", "extends: pipe.yaml\n");

        _files.FaultsOfFile("fleet.yaml").Should().ContainSingle().Which.Should().EndWith("it is no regular file but a pipe or a device: name a file");
    }

    [Fact]
    public void A_file_that_is_no_fleet_file_names_its_own_place()
    {
        _files.Write("list.yaml", "- a\n");
        _files.Write("broken.yaml", "name: [\n");
        _files.Write("fleet.yaml", "extends: [list.yaml, broken.yaml]\n");

        _files
            .FaultsOfFile("fleet.yaml")
            .Should()
            .SatisfyRespectively(
                list => list.Should().Be("list.yaml(1,1): must be a mapping, got a list"),
                broken => broken.Should().StartWith("broken.yaml(2,1): is not valid YAML: ")
            );
    }

    [Fact]
    public void A_circle_is_refused_with_its_files()
    {
        _files.Write("base.yaml", "extends: middle/middle.yaml\n");
        _files.Write("middle/middle.yaml", "extends: ../stages/test.yaml\n");

        _files
            .FaultsOf(string.Empty)
            .Should()
            .Equal(
                "middle/middle.yaml(1,10): extends must not lead back to a file that extends this one: "
                    + "stages/test.yaml -> base.yaml -> middle/middle.yaml -> stages/test.yaml"
            );
    }

    [Fact]
    public void Files_that_each_extend_the_next_one_twice_are_soon_too_many()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            _files.Write($"{number}.yaml", $"extends: [{number + 1}.yaml, {number + 1}.yaml]\n");
        }

        _files.Write("40.yaml", "name: shop\n");

        _files
            .FaultsOfFile("0.yaml")
            .Should()
            .Contain(fault => fault.EndsWith("is one too many: a fleet file can extend 64 files, with those that they extend"));
    }

    [Fact]
    public void Aliases_are_counted_over_all_files()
    {
        static string Bomb(string key) =>
            $"tags: {{ {key}: &a [{string.Join(", ", Enumerable.Repeat("x", 300))}] }}\niam: [{string.Join(", ", Enumerable.Repeat("*a", 250))}]\n";
        _files.Write("0.yaml", Bomb("zero"));
        _files.Write("1.yaml", Bomb("one"));
        _files.Write("fleet.yaml", "extends: [0.yaml, 1.yaml]\n");

        _files.FaultsOfFile("fleet.yaml").Should().ContainSingle().Which.Should().StartWith("1.yaml(2,").And.Contain("Its aliases repeat too much");
    }

    [Fact]
    public void A_warning_stands_in_the_file_where_it_was_written()
    {
        _files.Write("base.yaml", $"{File.ReadAllText(_files.PathOf("base.yaml"))}\nbackend: {{ cloud: {{ organization: shop }} }}\n");
        _files.Write("stages/test.yaml", "extends: ../base.yaml\n");
        List<string> warnings = [];

        FleetFile.Read(_files.PathOf("stages/test.yaml"), new WarningOptions { OnWarning = warning => warnings.Add(warning.Place.File) });

        warnings.Should().Contain(_files.PathOf("base.yaml"));
    }

    [Fact]
    public void A_text_that_is_from_no_file_extends_none()
    {
        var parse = () => FleetFile.Parse("extends: base.yaml\n");

        parse
            .Should()
            .Throw<FleetException>()
            .Which.Faults.Select(fault => $"{fault}")
            .Should()
            .Equal("fleet.yaml(1,10): extends needs a file that paths are relative to, and this text is from none");
    }
}
