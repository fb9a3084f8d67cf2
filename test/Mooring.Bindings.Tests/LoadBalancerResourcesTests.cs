using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Bindings.Tests;

/// <summary>What the AWS provider's package has for load balancers is in <c>resources.txt</c>, or left out by docs/load-balancer-features.md.</summary>
public class LoadBalancerResourcesTests
{
    private const string Data = "data-aws-";

    [Fact]
    public void Each_is_used_or_left_out_for_a_reason()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "load-balancer-features.md"));
        string[] all =
        [
            .. Directory
                .GetDirectories(Repository.PathOf("bindings", ".originals", "node_modules", "@cdktf", "provider-aws", "lib"))
                .Select(folder => AddressOf(Path.GetFileName(folder)))
                .Where(address => address.Replace("data.", string.Empty, StringComparison.Ordinal).StartsWith("aws_lb", StringComparison.Ordinal)),
        ];

        all.Should().HaveCountGreaterThan(15);
        all.Except(Feed.Addresses).Where(address => !page.Contains($"| `{address}` |", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string AddressOf(string folder) =>
        folder.StartsWith(Data, StringComparison.Ordinal) ? $"data.aws_{folder[Data.Length..].Replace('-', '_')}" : $"aws_{folder.Replace('-', '_')}";
}
