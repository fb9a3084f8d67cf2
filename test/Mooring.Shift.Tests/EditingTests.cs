using System.Text;
using FluentAssertions;
using Mooring.Fleet.Editing;
using Mooring.Fleet.Faults;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>Weights are edited in the text of the fleet file, and nothing else in it changes.</summary>
public sealed class EditingTests : ProgramTest
{
    private static readonly ActionAddress s_shop = new("public", "http", "shop");
    private static readonly ActionAddress s_api = new("public", "http", "api");

    private string FleetPath => Path.Combine(Folder, "fleet.yaml");

    [Fact]
    public void Comments_and_spaces_of_a_list_in_one_line_stay() => Edited(Shop.Text, s_shop, 5, 95).Should().Be(Shop.With(blue: 5, green: 95));

    [Fact]
    public void Comments_of_a_block_stay() =>
        Edited(Shop.Text, s_api, 100, 0)
            .Should()
            .Be(
                Shop.Text.Replace("weight: 90 # until", "weight: 100 # until", StringComparison.Ordinal)
                    .Replace("cluster: green\n                  weight: 10", "cluster: green\n                  weight: 0", StringComparison.Ordinal)
            );

    [Fact]
    public void Line_ends_of_windows_stay() =>
        Edited(Shop.Text.ReplaceLineEndings("\r\n"), s_shop, 5, 95).Should().Be(Shop.With(blue: 5, green: 95).ReplaceLineEndings("\r\n"));

    [Fact]
    public void A_weight_can_be_the_end_of_the_file()
    {
        var at = Shop.Text.IndexOf("loadBalancers:", StringComparison.Ordinal);
        var clusters = Shop.Text.IndexOf("clusters:", StringComparison.Ordinal);
        var text = $"{Shop.Text[..at]}{Shop.Text[clusters..]}\n{Shop.Text[at..clusters]}".TrimEnd();

        Edited(text, s_api, 0, 100).Should().EndWith("weight: 0 # until the API is ready\n                - cluster: green\n                  weight: 100");
    }

    [Fact]
    public void Characters_of_all_languages_stay() =>
        Edited($"# Der Übergang 🚢\n{Shop.Text}", s_shop, 5, 95).Should().Be($"# Der Übergang 🚢\n{Shop.With(blue: 5, green: 95)}");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void The_encoding_and_its_mark_stay(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        File.WriteAllText(FleetPath, Shop.Text, encoding);

        Edit(s_shop, 5, 95);

        File.ReadAllBytes(FleetPath).Should().Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Shop.With(blue: 5, green: 95))]);
    }

    [Fact]
    public void An_anchor_of_the_weight_itself_stays() =>
        Edited(Shop.Text.Replace("weight: 90 }", "weight: &old 90 }", StringComparison.Ordinal), s_shop, 5, 95)
            .Should()
            .Be(Shop.With(blue: 5, green: 95).Replace("weight: 5 }", "weight: &old 5 }", StringComparison.Ordinal));

    [Fact]
    public void A_weight_that_another_rule_has_by_an_alias_is_refused()
    {
        var text = Shop
            .Text.Replace("weight: 90 }", "weight: &share 90 }", StringComparison.Ordinal)
            .Replace("weight: 90 # until", "weight: *share # until", StringComparison.Ordinal);
        File.WriteAllText(FleetPath, text);

        var edit = () => Edit(s_shop, 5, 95);

        edit.Should().Throw<FleetException>().WithMessage("*fleet.yaml(22,44): has the weights of this forward in a place that other parts of the file use*");
        File.ReadAllText(FleetPath).Should().Be(text);
    }

    [Fact]
    public void A_list_of_target_groups_that_two_rules_share_is_refused()
    {
        var text = Shop.Text.Replace(
            "targetGroups:\n                - { cluster: blue",
            "targetGroups: &both\n                - { cluster: blue",
            StringComparison.Ordinal
        );
        text =
            text[..text.LastIndexOf("targetGroups:", StringComparison.Ordinal)]
            + "targetGroups: *both\n"
            + text[text.IndexOf("clusters:", StringComparison.Ordinal)..];
        File.WriteAllText(FleetPath, text);

        var edit = () => Edit(s_api, 5, 95);

        edit.Should().Throw<FleetException>().WithMessage("*write them out where they are used (E005)");
        File.ReadAllText(FleetPath).Should().Be(text);
    }

    [Fact]
    public void A_weight_that_is_not_written_cannot_be_edited()
    {
        File.WriteAllText(FleetPath, Shop.Text.Replace("cluster: blue, weight: 90", "cluster: blue", StringComparison.Ordinal));

        var edit = () => Edit(s_shop, 5, 95);

        edit.Should()
            .Throw<FleetException>()
            .WithMessage(
                "*fleet.yaml(22,19): loadBalancers.public.listeners.http.rules[0].forward.targetGroups[0] has no 'weight' in the file that could be edited: "
                    + "write one, 'weight: 1' is the default (E004)"
            );
    }

    [Fact]
    public void A_weight_of_a_stage_is_edited_in_the_stage()
    {
        const string Stage = """
            extends: base.yaml # all stages
            loadBalancers:
              public:
                listeners:
                  http:
                    rules:
                      - name: shop
                        forward:
                          targetGroups:
                            - { cluster: blue, weight: 90 } # the old one
                            - { cluster: green, weight: 10 }
            """;
        Write("base.yaml", Shop.Text);

        Edited(Stage, s_shop, 5, 95)
            .Should()
            .Be(Stage.Replace("weight: 90", "weight: 5", StringComparison.Ordinal).Replace("weight: 10", "weight: 95", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Folder, "base.yaml")).Should().Be(Shop.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void A_weight_of_a_base_is_edited_in_the_base(string mark)
    {
        var path = Path.Combine(Folder, "base.yaml");
        File.WriteAllText(path, mark + Shop.Text);

        Edited("extends: base.yaml\n", s_shop, 5, 95).Should().Be("extends: base.yaml\n");

        File.ReadAllText(path).Should().Be(Shop.With(5, 95));
        EditableFleet.Read(FleetPath, new WarningOptions()).FileOf(s_shop).Should().EndWith("base.yaml");
        File.ReadAllBytes(path)[0].Should().Be(mark.Length > 0 ? (byte)0xEF : (byte)'#');
    }

    [Fact]
    public void A_base_that_somebody_else_changed_meanwhile_is_left_as_it_is()
    {
        var path = Path.Combine(Folder, "base.yaml");
        File.WriteAllText(path, Shop.Text);
        File.WriteAllText(FleetPath, "extends: base.yaml\n");
        var fleet = EditableFleet.Read(FleetPath, new WarningOptions());
        File.WriteAllText(path, $"{Shop.Text}\n# mine");

        var replace = () => fleet.WithWeights(s_shop, [5, 95]).Replace(fleet);

        replace.Should().Throw<FleetException>().WithMessage("*base.yaml: was changed by somebody else meanwhile, and is left as it is*(E009)");
        File.ReadAllText(path).Should().EndWith("# mine");
    }

    [Fact]
    public void A_file_that_somebody_else_changed_meanwhile_is_left_as_it_is()
    {
        File.WriteAllText(FleetPath, Shop.Text);
        var fleet = EditableFleet.Read(FleetPath, new WarningOptions());
        File.WriteAllText(FleetPath, $"{Shop.Text}\n# mine");

        var replace = () => fleet.WithWeights(s_shop, [5, 95]).Replace(fleet);

        replace.Should().Throw<FleetException>().WithMessage("*was changed by somebody else meanwhile, and is left as it is*(E009)");
        File.ReadAllText(FleetPath).Should().EndWith("# mine");
    }

    [Fact]
    public void A_link_stays_a_link_and_the_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Write("shop.yaml", Shop.Text);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
        File.CreateSymbolicLink(FleetPath, file);

        Edit(s_shop, 5, 95);

        File.ResolveLinkTarget(FleetPath, returnFinalTarget: false)!.FullName.Should().Be(file);
        File.ReadAllText(file).Should().Be(Shop.With(blue: 5, green: 95));
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
        Directory.GetFiles(Folder).Should().HaveCount(2, "nothing else is left");
    }

    private string Edited(string text, ActionAddress address, params int[] weights)
    {
        File.WriteAllText(FleetPath, text);
        Edit(address, weights);
        return File.ReadAllText(FleetPath);
    }

    private void Edit(ActionAddress address, params int[] weights)
    {
        var fleet = EditableFleet.Read(FleetPath, new WarningOptions());
        fleet.WithWeights(address, weights).Replace(fleet);
    }
}
