using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>The sample fleet, applied once for all tests that only plan a change.</summary>
public sealed class DeployedSample : IAsyncLifetime
{
    private static readonly string s_text = File.ReadAllText(Repository.PathOf("fleet.yaml"));

    internal RehearsalSession Session { get; private set; } = null!;

    internal IReadOnlyList<RehearsedStack> Stacks { get; private set; } = [];

    /// <summary>The sample with each of the first texts replaced by the second.</summary>
    internal static FleetSpec With(params (string Old, string New)[] replacements) =>
        FleetFile.Parse(
            replacements.Aggregate(
                s_text,
                (text, pair) =>
                    text.Contains(pair.Old, StringComparison.Ordinal)
                        ? text.Replace(pair.Old, pair.New, StringComparison.Ordinal)
                        : throw new ArgumentException($"the sample has no '{pair.Old}'", nameof(replacements))
            )
        );

    public async Task InitializeAsync()
    {
        if (InstalledPrograms.IsInstalled(InstalledPrograms.Terraform))
        {
            var fleet = With();
            Session = await RehearsalSession.StartAsync(fleet);
            Stacks = await Session.DeployAsync(fleet);
        }
    }

    public async Task DisposeAsync()
    {
        if (Session is not null)
        {
            await Session.DisposeAsync();
        }
    }
}
