using FluentAssertions;
using FsCheck.Xunit;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Priorities;
using Mooring.LoadBalancing;
using Xunit;

namespace Mooring.Tests.Fleet.Priorities;

/// <summary>Any edits of a rule's hosts and its other conditions, applied at once or several at a time.</summary>
public class SplitRulePropertyTests
{
    private const int Names = 16;

    [Property(MaxTest = 100)]
    public void At_every_moment_of_every_apply_a_host_that_stays_is_in_a_part(int[] seeds)
    {
        var listener = new EditedListener();
        listener.Apply();
        foreach (var seed in seeds ?? [])
        {
            listener.Edit(seed);
            // Some syntheses are never applied.
            if (seed % 3 != 0)
            {
                listener.Apply();
            }
        }
    }

    [Property(MaxTest = 100)]
    public void No_host_moves_that_was_placed_while_the_other_conditions_stay(int[] seeds)
    {
        var listener = new EditedListener();
        foreach (var seed in seeds ?? [])
        {
            var before = listener.Shop;
            listener.Edit(seed);
            if (before.Places is { } places && before.Paths.SequenceEqual(listener.Shop.Paths))
            {
                var now = listener.Parts.SelectMany(part => part.Hosts.Select(host => (host, part.Number))).ToDictionary();
                places.Hosts.Where(host => now.GetValueOrDefault(host.Key, host.Value) != host.Value).Should().BeEmpty();
            }
        }
    }

    /// <summary>Edits of hundreds of steps, which random lists of a few numbers seldom reach.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Long_histories_keep_it_too(int seed)
    {
        var random = new Random(seed);
        At_every_moment_of_every_apply_a_host_that_stays_is_in_a_part([.. Enumerable.Range(0, 200).Select(_ => random.Next())]);
    }

    /// <summary>A listener with a rule that is edited, between two others, and what of it is deployed.</summary>
    private sealed class EditedListener
    {
        private ListenerPriorities _recorded = new();
        private IReadOnlyList<RulePart> _deployed = [];

        public RuleSpec Shop { get; private set; } = new() { Name = "shop", Hosts = ["h0", "h1", "h2", "h3", "h4"] };

        public IReadOnlyList<RulePart> Parts { get; private set; } = [];

        public EditedListener() => Number();

        public void Edit(int seed)
        {
            var value = Math.Abs((long)seed);
            var host = HostOf((int)(value / 8 % Names));
            var hosts = Shop.Hosts.ToList();
            Shop = (value % 8) switch
            {
                0 => Shop with { Hosts = [.. hosts.AsEnumerable().Reverse()] },
                1 => Shop with { Paths = Shop.Paths.Count > 0 ? [] : ["/a*"] },
                2 => Shop with { Hosts = [.. hosts.Order(StringComparer.Ordinal)] },
                _ when hosts.Contains(host) => Shop with { Hosts = hosts.Count > 1 ? [.. hosts.Where(each => each != host)] : hosts },
                _ => Shop with { Hosts = [.. hosts[..(int)(value % (hosts.Count + 1))], host, .. hosts[(int)(value % (hosts.Count + 1))..]] },
            };
            Number();
        }

        /// <summary>
        /// Terraform changes a part after those behind it, and takes away those that have no host any more at any time: at first, here.
        /// </summary>
        public void Apply()
        {
            var staying = _deployed.SelectMany(part => part.Hosts).Intersect(Parts.SelectMany(part => part.Hosts)).ToArray();
            var live = _deployed.ToDictionary(part => part.Number, part => part.Hosts);
            foreach (var part in live.Keys.Except(Parts.Select(part => part.Number)).ToArray())
            {
                live.Remove(part);
                staying.Except(live.Values.SelectMany(hosts => hosts)).Should().BeEmpty();
            }

            foreach (var part in Parts.OrderByDescending(part => part.Number))
            {
                live[part.Number] = part.Hosts;
                staying.Except(live.Values.SelectMany(hosts => hosts)).Should().BeEmpty();
            }

            _deployed = Parts;
        }

        private void Number()
        {
            RuleSpec[] rules = [new() { Name = "first" }, Shop with { Priority = null, Places = null }, new() { Name = "last" }];
            var numbered = new ListenerNumbering(rules, _recorded).Run();
            Parts = [.. SplitRules.PartsOf(numbered[1], numbered[1].Priority!.Value)];
            Shop = numbered[1];
            RequireNumbers(numbered);
            _recorded = _recorded.Next(numbered);
            var again = SplitRules.Of(new ListenerNumbering(rules, _recorded).Run()).Select(Said);
            again.Should().Equal(SplitRules.Of(numbered).Select(Said), "nothing changes without an edit");
        }

        private void RequireNumbers(IReadOnlyList<RuleSpec> numbered)
        {
            Parts.SelectMany(part => part.Hosts).Order().Should().Equal(Shop.Hosts.Order());
            Parts.Select(part => RuleLimits.Conditions(part.Conditions)).OfType<string>().Should().BeEmpty();
            int[] priorities = [numbered[0].Priority!.Value, .. Parts.Select(part => part.Priority).Order(), numbered[2].Priority!.Value];
            priorities.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
            var others = _recorded.All.Select(other => (other.Rule == "shop" ? other.Part : 0, other.Priority)).ToHashSet();
            Parts.Where(part => others.Any(other => other.Priority == part.Priority && other.Item1 != part.Number)).Should().BeEmpty();
        }

        private static string Said(RulePart part) => $"{part.Name} {part.Priority} {string.Join(' ', part.Hosts)}";

        private static string HostOf(int number) => number % 5 == 0 ? $"*.h{number}" : $"h{number}";
    }
}
