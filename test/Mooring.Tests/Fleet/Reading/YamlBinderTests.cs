using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>A text without a character is an error also where no check refuses it.</summary>
public class YamlBinderTests
{
    [Theory]
    [InlineData("name: ''", "fleet.yaml(1,7): name must have at least one character, or be left out")]
    [InlineData("names: [a, '']", "fleet.yaml(1,12): names[1] must have at least one character, or be left out")]
    [InlineData("name: a\nnames: [a]", "")]
    [InlineData("note: ''", "")]
    [InlineData("sizes: [1]", "")]
    public void A_text_has_a_character(string text, string faults)
    {
        var collector = new FaultCollector("fleet.yaml");
        var binder = new YamlBinder(collector);

        binder.Bind(YamlText.Root(text, collector)!, typeof(Part), collector.Root);
        binder.RefuseEmpty();

        string.Join('\n', collector.Faults).Should().Be(faults);
    }

    private sealed record Part
    {
        public string? Name { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public IReadOnlyList<int> Sizes { get; init; } = [];

        [MayBeEmpty]
        public string? Note { get; init; }
    }
}
