using FluentAssertions;
using Mooring.StandIns.Schemas;
using Mooring.TestKit;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>
/// docs/load-balancer-features.md against the provider's schema: everything that the provider knows of an Application Load Balancer is synthesized, or
/// stands on the page with the reason why it is left out.
/// </summary>
public class LoadBalancerFeaturesTests
{
    private static readonly string[] s_rows =
    [
        .. File.ReadAllLines(Repository.PathOf("docs", "load-balancer-features.md"))
            .Where(line => line.StartsWith("| `aws_lb", StringComparison.Ordinal) || line.StartsWith("| `data.aws_lb", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]),
    ];

    /// <summary>What can be configured, by its path: <c>aws_lb.access_logs.bucket</c>.</summary>
    private static readonly string[] s_paths =
    [
        .. EmbeddedSchemas
            .Read("aws")
            .ResourceSchemas.Where(resource => resource.Key.StartsWith("aws_lb", StringComparison.Ordinal))
            .SelectMany(resource =>
                SchemaPaths.Attributes(resource.Value.Block, attribute => attribute.Required || attribute.Optional).Select(path => $"{resource.Key}.{path}")
            ),
    ];

    [Fact]
    public void Everything_is_synthesized_or_left_out_for_a_reason()
    {
        s_paths.Should().HaveCountGreaterThan(150);
        s_paths.Where(path => !IsSynthesized(path) && !IsLeftOut(path)).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_that_is_left_out_is_synthesized() => s_paths.Where(path => IsSynthesized(path) && s_rows.Any(row => row == path)).Should().BeEmpty();

    [Fact]
    public void Every_reason_is_of_something_that_the_provider_has() =>
        s_rows.Where(row => !IsOfWholeResource(row) && !s_paths.Any(path => DefaultsPage.Covers(row, path))).Should().BeEmpty();

    private static bool IsOfWholeResource(string row) => row.StartsWith("data.", StringComparison.Ordinal) || !row.Contains('.', StringComparison.Ordinal);

    private static bool IsLeftOut(string path) => s_rows.Any(row => DefaultsPage.Covers(row, path));

    /// <summary>A listener and a rule have the same actions, of which the constructs write both.</summary>
    private static bool IsSynthesized(string path) =>
        IsWritten(path)
        || IsWritten(path.Replace("aws_lb_listener.default_action.", "aws_lb_listener_rule.action.", StringComparison.Ordinal))
        || IsWritten(path.Replace("aws_lb_listener_rule.action.", "aws_lb_listener.default_action.", StringComparison.Ordinal));

    private static bool IsWritten(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return SynthesizedResources.At(path[..dot], path[(dot + 1)..]).Any(value => value is not null);
    }
}
