using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Faults;

/// <summary>The code of an error says what kind it is.</summary>
public sealed class ErrorCodesTests
{
    [Theory]
    [InlineData("name: shop", "name: [shop", ErrorCodes.Unreadable)]
    [InlineData("name: shop", "name: *shop", ErrorCodes.Unreadable)]
    [InlineData("delivery: helm", "delivrey: helm", ErrorCodes.UnknownKey)]
    [InlineData("port: 80", "port: eighty", ErrorCodes.WrongType)]
    [InlineData("protocol: HTTP", "", ErrorCodes.Missing)]
    [InlineData("environment: production", "", ErrorCodes.Missing)]
    [InlineData("weight: 1", "weight: 1000", ErrorCodes.Refused)]
    [InlineData("protocol: HTTP", "protocol: HTTPS", ErrorCodes.Refused)]
    [InlineData("cluster: blue", "cluster: green", ErrorCodes.UnknownName)]
    [InlineData("loadBalancer: public", "loadBalancer: private", ErrorCodes.UnknownName)]
    [InlineData("ingressCidrs:", "quotas: { securityGroupRules: 1 }\n    ingressCidrs: [10.0.0.0/8, 0.0.0.0/0] #", ErrorCodes.Quota)]
    public void An_error_has_the_code_of_its_kind(string text, string faulty, string code) => CodesOf(SmallFleet.TextWith(text, faulty)).Should().Contain(code);

    [Fact]
    public void Two_listeners_on_one_port_have_a_code() =>
        CodesOf(SmallFleet.TextWith("  http:", "  other: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }\n      http:"))
            .Should()
            .Equal(ErrorCodes.Taken);

    [Fact]
    public void A_change_that_a_living_cluster_refuses_has_a_code()
    {
        var parse = () =>
            FleetFile.ParseChange(SmallFleet.TextWith("  blue:", "  blue:\n    version: '1.33'"), SmallFleet.With("  blue:", "  blue:\n    version: '1.34'"));

        parse.Should().Throw<FleetException>().Which.Faults.Select(fault => fault.Code).Should().Equal(ErrorCodes.Change);
    }

    [Fact]
    public void A_warning_that_counts_as_an_error_keeps_its_code()
    {
        var text = SmallFleet.TextWith("  blue:", "  blue:\n    version: '1.29'");
        var parse = () => FleetFile.Parse(text, "fleet.yaml", new WarningOptions { AreErrors = true });

        parse.Should().Throw<FleetException>().Which.Faults.Select(fault => fault.Code).Should().Equal("W003");
    }

    [Fact]
    public void The_message_of_the_exception_ends_each_line_with_the_code()
    {
        var parse = () => FleetFile.Parse(SmallFleet.TextWith("weight: 1", "weight: 1000"));

        parse.Should().Throw<FleetException>().WithMessage("*weight must be between 0 and 999, got 1000 (E005)");
    }

    private static IEnumerable<string> CodesOf(string text)
    {
        try
        {
            FleetFile.Parse(text);
            return [];
        }
        catch (FleetException exception)
        {
            return exception.Faults.Select(fault => fault.Code);
        }
    }
}
