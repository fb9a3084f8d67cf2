using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Discovery.Tests;

/// <summary>What a fleet file cannot say is left out, in a file that is without errors, and is named in its first lines and to the user.</summary>
public sealed class UnsayableTests : ProgramTest
{
    private readonly RecordedAccount _account;

    public UnsayableTests() => _account = new RecordedAccount(Path.Combine(Folder, "aws"));

    [Fact]
    public void A_rule_that_authenticates_with_a_secret_that_AWS_does_not_tell()
    {
        _account.Change("elbv2 describe-rules", "authenticate-cognito", "authenticate-oidc");

        RulesOf("https").Should().HaveCount(9).And.NotContain(rule => rule.Priority == 90);

        Error
            .Should()
            .Contain("the rule with priority 90 on port 443, which stays as it is: it authenticates with an identity provider, and AWS does not tell");
        Text.Should().Contain("# What is there and this file does not say:\n# - the rule with priority 90 on port 443");
    }

    [Fact]
    public void A_target_group_of_a_function_and_the_rules_that_forward_to_it()
    {
        _account.Change("elbv2 describe-target-groups", "\"TargetType\":\"ip\"", "\"TargetType\":\"lambda\"");

        RulesOf("https").Select(rule => rule.Priority).Should().Equal(5, 40, 50, 60, 70, 80, 90);

        Error
            .Should()
            .Contain("target group www-api, which stays as it is: its targets are of type lambda, and those of a fleet are instances or IP addresses")
            .And.Contain("the rule with priority 10 on port 443, which stays as it is: it forwards to a target group that is not in this file");
    }

    [Fact]
    public void Two_conditions_of_one_kind()
    {
        _account.Change("elbv2 describe-rules", "\"HttpHeaderName\":\"X-Region\"", "\"HttpHeaderName\":\"x-partner\"");

        RulesOf("https").Should().NotContain(rule => rule.Priority == 80);

        Error.Should().Contain("a request must meet two conditions of one kind, http-header X-Partner, and a fleet file has one of each");
    }

    [Fact]
    public void What_the_checks_of_fleet_files_refuse_with_everything_that_needs_it()
    {
        _account.Change("elbv2 describe-target-groups", "\"HealthCheckPath\":\"/healthz\"", "\"HealthCheckPath\":\"healthz\"");

        RulesOf("https").Select(rule => rule.Priority).Should().Equal(10, 20, 30, 50, 60, 70, 80);

        Fleet.LoadBalancers["www-alb"].Listeners.Keys.Should().Equal("http", "https");
        Error
            .Should()
            .Contain("target group www-web, which stays as it is: a fleet file cannot say it: healthCheck.path must begin with '/'")
            .And.Contain("the listener on port 8443 of WWW-alb, with its rules, which stays as it is: it forwards to a target group that is not in this file");
    }

    [Fact]
    public void A_transform_of_a_kind_that_is_not_known()
    {
        _account.Change("elbv2 describe-rules", "\"Priority\":\"20\",", "\"Priority\":\"20\",\"Transforms\":[{\"Type\":\"body-rewrite\"}],");

        RulesOf("https").Should().NotContain(rule => rule.Priority == 20);

        Error.Should().Contain("the rule with priority 20 on port 443, which stays as it is: a fleet file has no key for the transform body-rewrite");
    }

    private string Text => File.ReadAllText(Path.Combine(Folder, "fleet.yaml"));

    private FleetSpec Fleet => FleetFile.Parse(Text);

    private string Error { get; set; } = string.Empty;

    /// <summary>Discovers the account, and reads the rules of a listener from the file.</summary>
    private IReadOnlyList<RuleSpec> RulesOf(string listener)
    {
        _account.Install();
        Variables["PATH"] = _account.SearchPath;
        var run = Run("discover", "--region", "eu-west-1", "--load-balancer", "WWW-alb", "--no-rehearsal");
        run.ExitCode.Should().Be(0, "{0}", run.Error);
        Error = run.Error;
        return Fleet.LoadBalancers["www-alb"].Listeners[listener].Rules;
    }
}
