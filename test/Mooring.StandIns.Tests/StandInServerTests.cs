using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns.Remote;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The sockets for Terraform.</summary>
public class StandInServerTests
{
    [Fact]
    public async Task There_is_a_socket_for_each_provider_while_it_serves()
    {
        string[] sockets;
        await using (var server = await StandInServer.StartAsync(new PretendedAccount("111122223333")))
        {
            var providers = JsonNode.Parse(server.Reattach)!.AsObject();

            providers
                .Select(provider => provider.Key)
                .Should()
                .Equal(
                    "registry.terraform.io/hashicorp/aws",
                    "registry.terraform.io/hashicorp/kubernetes",
                    "registry.terraform.io/hashicorp/helm",
                    "registry.terraform.io/hashicorp/tfe"
                );
            providers.Select(provider => $"{provider.Value!["ProtocolVersion"]}").Should().OnlyContain(version => version == "6");
            sockets = [.. providers.Select(provider => $"{provider.Value!["Addr"]!["String"]}")];
            sockets.Should().OnlyContain(socket => File.Exists(socket));
        }

        sockets.Select(Path.GetDirectoryName).Should().OnlyContain(directory => !Directory.Exists(directory));
    }
}
