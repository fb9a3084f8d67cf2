using System.Text;
using FluentAssertions;
using Mooring.StandIns.Aws;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Protocol;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The token of a cluster that Terraform keeps in no file, as the AWS provider makes it.</summary>
public class EphemeralResourceTests
{
    private const string Token = "aws_eks_cluster_auth";

    private readonly PretendedAws _aws = new();

    [Fact]
    public void Opening_it_returns_the_configuration_with_a_token_and_the_region()
    {
        var opened = Open("blue");

        opened["name"].Text.Should().Be("blue");
        opened["region"].Text.Should().Be("eu-west-1");
        opened["token"].Text.Should().MatchRegex("^k8s-aws-v1\\.[A-Za-z0-9_-]+$");
    }

    [Fact]
    public void A_configured_region_stays() => Open("blue", "us-east-1")["region"].Text.Should().Be("us-east-1");

    [Fact]
    public void Every_opening_is_counted_and_makes_another_token()
    {
        Open("blue")["token"].Should().NotBe(Open("blue")["token"]);

        _aws.Account.Log.Calls.Should().Equal(new ProviderCall(Operation.Open, Token, "blue"), new ProviderCall(Operation.Open, Token, "blue"));
    }

    [Fact]
    public void Every_token_is_for_its_own_cluster()
    {
        var (blue, _) = (_aws.CreateCluster("blue"), _aws.CreateCluster("green"));

        Scope(blue, Open("blue")).Should().Be(blue["endpoint"].Text);
        Scope(blue, Open("blue")).Should().Be(blue["endpoint"].Text);
        Refused(() => Scope(blue, Open("green"))).Should().StartWith("Unauthorized");
        Refused(() => Scope(blue, TerraformValue.Parse("""{ "token": "k8s-aws-v1.?!" }"""))).Should().StartWith("Unauthorized");
    }

    /// <summary>The provider signs it without asking EKS.</summary>
    [Fact]
    public void There_is_a_token_for_a_cluster_that_does_not_exist() => Open("gone")["token"].Text.Should().NotBeEmpty();

    [Fact]
    public void An_injected_failure_refuses_an_opening_once()
    {
        _aws.Account.FailNext(call => call is { Operation: Operation.Open, Name: "blue" }, Failure.Refused);

        Refused(() => Open("blue")).Should().StartWith("AccessDenied");
        Open("blue");
    }

    [Fact]
    public void Terraform_is_told_its_schema()
    {
        var attributes = SchemaMessages.Of(new AwsStandIn().Schema).EphemeralResourceSchemas[Token].Block.Attributes.ToDictionary(attribute => attribute.Name);

        attributes.Keys.Should().BeEquivalentTo("name", "region", "token");
        attributes["name"].Required.Should().BeTrue();
        attributes["region"].Should().Match<Protocol.Messages.Schema.Types.Attribute>(region => region.Optional && region.Computed && !region.Sensitive);
        attributes["token"].Should().Match<Protocol.Messages.Schema.Types.Attribute>(token => token.Computed && !token.Optional && token.Sensitive);
    }

    private ObjectValue Open(string cluster, string? region = null) =>
        (ObjectValue)_aws.Remote.Open(Token, (ObjectValue)Value.Object([new("name", cluster), new("region", region), new("token", Value.Null)]));

    /// <summary>Connects to a cluster with a token.</summary>
    private string Scope(ObjectValue cluster, ObjectValue opened) =>
        new ClusterContext(
            _aws.Account,
            Value.Object([
                new("host", cluster["endpoint"]),
                new("cluster_ca_certificate", Encoding.ASCII.GetString(Convert.FromBase64String(cluster.At("certificate_authority", "data").Text!))),
                new("token", opened["token"]),
            ])
        ).Scope;

    private static string Refused(Func<object> call) => call.Should().Throw<RemoteException>().Which.Message;
}
