using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;

namespace Mooring.Rehearsal.Tests;

/// <summary>The protocol of a listener changes in one direction.</summary>
public sealed class ListenerProtocolTests : SmallFleetSession
{
    private const string Http = "        protocol: HTTP\n";
    private const string Https =
        "        protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555\n";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Http_becomes_https_in_place_and_back_is_refused_by_aws()
    {
        await Session.DeployAsync(Fleet(), LoadBalancer);
        await Session.DeployAsync(Fleet((Http, Https)), LoadBalancer);
        Session.Account.Of("aws_lb_listener").Single().Value["protocol"].Text.Should().Be("HTTPS");

        var back = () => Session.DeployAsync(Fleet(), LoadBalancer);

        (await back.Should().ThrowAsync<TerraformException>()).WithMessage("*An SSL policy cannot be specified for HTTP listeners*");
    }
}
