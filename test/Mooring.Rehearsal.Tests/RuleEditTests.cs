using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.StandIns.Values;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>Edits of the rules of a deployed listener. The simulated account refuses a priority that another rule has at that moment.</summary>
public sealed class RuleEditTests : SmallFleetSession
{
    private static readonly string[] s_deployed = ["one", "two", "three"];

    private FleetSpec? _last;

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Deleting_the_first_rule_deletes_that_rule() => (await EditAsync("two", "three")).Should().Equal("Delete Rule-one");

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Inserting_a_rule_in_the_middle_creates_that_rule()
    {
        (await EditAsync("one", "new", "two", "three")).Should().Equal("Create Rule-new");

        Priorities().Should().Equal(("one", 10), ("new", 15), ("two", 20), ("three", 30));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Replacing_a_rule_by_another_one_at_its_place_takes_another_priority()
    {
        (await EditAsync("one", "new", "three")).Should().BeEquivalentTo("Create Rule-new", "Delete Rule-two");

        Priorities().Should().Equal(("one", 10), ("new", 19), ("three", 30));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Swapping_two_rules_moves_one_of_them()
    {
        (await EditAsync("two", "one", "three")).Should().Equal("Update Rule-one");

        Priorities().Should().Equal(("two", 20), ("one", 25), ("three", 30));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Reversing_the_list_moves_all_rules_but_one()
    {
        (await EditAsync("three", "two", "one")).Should().BeEquivalentTo("Update Rule-one", "Update Rule-two");

        Priorities().Should().Equal(("three", 30), ("two", 40), ("one", 50));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Renaming_a_rule_moves_it_in_the_state()
    {
        (await EditAsync("first, renamed: one", "two", "three")).Should().BeEmpty();

        Priorities().Should().Equal(("one", 10), ("two", 20), ("three", 30));
        (await EditAsync("first", "two", "three")).Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Swapping_priorities_that_are_given_is_refused_here_and_by_the_account()
    {
        var swapped = TextOf("one, priority: 20", "two, priority: 10", "three");
        var change = () => FleetFile.ParseChange(swapped, FleetFile.Parse(TextOf(s_deployed)));
        change.Should().Throw<FleetException>().WithMessage("*must not be 20 yet, which rule 'two' has*");

        await Session.DeployAsync(FleetFile.Parse(TextOf(s_deployed)), LoadBalancer);
        var deploy = () => Session.DeployAsync(FleetFile.Parse(swapped), LoadBalancer);

        (await deploy.Should().ThrowAsync<TerraformException>()).WithMessage("*PriorityInUse: Priority '*' is currently in use*");
    }

    /// <summary>Deploys the three rules where they are not, then the edited ones, and returns what Terraform did with rules.</summary>
    private async Task<IReadOnlyList<string>> EditAsync(params string[] rules)
    {
        _last ??= await DeployedAsync();
        _last = FleetFile.ParseChange(TextOf(rules), _last);
        var stack = (await Session.SynthesizeAsync(_last)).Named(LoadBalancer);

        var rehearsal = await FleetRehearsal.ApplyAsync(stack);

        return [.. rehearsal.Plan.Said().Select(change => change.Replace("aws_lb_listener_rule.Listener-http_", string.Empty, StringComparison.Ordinal)[..^9])];
    }

    private async Task<FleetSpec> DeployedAsync()
    {
        var fleet = FleetFile.Parse(TextOf(s_deployed));
        await Session.DeployAsync(fleet, LoadBalancer);
        return fleet;
    }

    /// <summary>The rules in the account, by the hosts of their conditions, in the order in which they are tried.</summary>
    private IEnumerable<(string Rule, int Priority)> Priorities() =>
        Session
            .Account.Objects.Where(each => each.Type == "aws_lb_listener_rule")
            .Select(rule =>
                (
                    Rule: rule.Value["condition"].Elements[0]["host_header"].Elements[0]["values"].Elements[0].Text!.Split('.')[0],
                    Priority: (int)((NumberValue)rule.Value["priority"]).Value
                )
            )
            .OrderBy(rule => rule.Priority);

    /// <summary>The small fleet with rules, each for a host of its name. The rule <c>first</c> was <c>one</c> before.</summary>
    private static string TextOf(params string[] rules) =>
        SmallFleet.TextWith("        defaultAction:", $"        rules:\n{string.Concat(rules.Select(Rule))}        defaultAction:");

    private static string Rule(string rule) =>
        $"          - {{ hosts: [{rule.Split(',')[0].Replace("first", "one", StringComparison.Ordinal)}.example.com], "
        + $"fixedResponse: {{ statusCode: 404 }}, name: {rule} }}\n";
}
