using System.Text;
using FluentAssertions;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>What leads to a cluster's API server beside its endpoint, and what a client must know of the server to trust it.</summary>
public class ApiServersTests
{
    private const string Host = "https://blue.api.example.com:8443";
    private const string Proxy = "http://proxy.example.com:3128";

    private readonly PretendedAws _aws = new();
    private readonly ObjectValue _blue;

    public ApiServersTests()
    {
        _blue = _aws.CreateCluster("blue");
        _aws.Account.ApiServerHosts.Add(Host);
        _aws.Account.Proxies.Add(Proxy);
    }

    [Fact]
    public void A_host_leads_to_the_server_that_the_client_asks_for() => Connect(Host, NameOf(_blue)).Should().Be(_blue["endpoint"].Text);

    [Fact]
    public void A_proxy_leads_to_the_endpoint() => Connect(_blue["endpoint"].Text!, serverName: null, Proxy).Should().Be(_blue["endpoint"].Text);

    [Fact]
    public void A_host_is_in_no_certificate() =>
        Refused(() => Connect(Host, serverName: null)).Should().EndWith("certificate is not valid for blue.api.example.com:8443");

    [Fact]
    public void The_certificate_of_another_cluster_is_refused()
    {
        var green = _aws.CreateCluster("green");

        Refused(() => Connect(green["endpoint"].Text!, NameOf(_blue))).Should().Contain("certificate is not valid for");
    }

    [Theory]
    [InlineData("https://nowhere.example.com", null, "dial tcp: lookup nowhere.example.com: no such host")]
    [InlineData(Host, "http://nobody.example.com:3128", "proxyconnect tcp: dial tcp: lookup nobody.example.com: no such host")]
    public void Nothing_is_reached_where_nothing_is(string host, string? proxy, string error) =>
        Refused(() => Connect(host, NameOf(_blue), proxy)).Should().EndWith(error);

    private string Connect(string host, string? serverName, string? proxy = null) =>
        new ClusterContext(
            _aws.Account,
            Value.Object([
                new("host", host),
                new("tls_server_name", serverName),
                new("proxy_url", proxy),
                new("cluster_ca_certificate", Encoding.ASCII.GetString(Convert.FromBase64String(_blue.At("certificate_authority", "data").Text!))),
                new("exec", Value.List(Value.Object([new("args", Value.List("eks", "get-token", "--cluster-name", "blue"))]))),
            ])
        ).Scope;

    private static string NameOf(ObjectValue cluster) => cluster["endpoint"].Text!["https://".Length..];

    private static string Refused(Func<object> call) => call.Should().Throw<RemoteException>().Which.Message;
}
