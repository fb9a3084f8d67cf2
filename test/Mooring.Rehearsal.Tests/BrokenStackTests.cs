using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Errors that the constructs do not synthesize are planted into a stack: the rehearsal can fail.</summary>
public sealed class BrokenStackTests : SmallFleetSession
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("aws_lb.LoadBalancer.provider", "\"aws.elsewhere\"", "Provider configuration not present")]
    [InlineData("aws_lb.LoadBalancer.depends_on", "[\"aws_lb.Nothing\"]", "Reference to undeclared resource")]
    [InlineData("aws_lb.LoadBalancer.security_groups", "[\"${aws_security_group.Nothing.id}\"]", "Reference to undeclared resource")]
    [InlineData("aws_lb_listener.Listener-http.load_balancer_arn", "\"${aws_lb.LoadBalancer.arm}\"", "Unsupported attribute")]
    [InlineData("aws_lb_listener.Listener-http.port", "\"eighty\"", "a number is required")]
    [InlineData("aws_lb_listener.Listener-http.load_balancer_arn", null, "The argument \"load_balancer_arn\" is required")]
    [InlineData("aws_lb.LoadBalancer.subnets", "\"subnet-0aa11111111111111\"", "set of string required")]
    [InlineData("aws_lb.LoadBalancer.subnet", "[]", "No argument or block type is named \"subnet\"")]
    [InlineData("aws_lb.LoadBalancer.arn", "\"arn:aws:\"", "Value for unconfigurable attribute")]
    [InlineData("aws_lb.LoadBalancer.access_logs", "[{ \"bucket\": \"a\" }, { \"bucket\": \"b\" }]", "Too many access_logs blocks")]
    [InlineData("aws_elb.LoadBalancer", "{}", "Invalid resource type")]
    public async Task It_is_rejected_before_anything_is_planned(string path, string? planted, string reason)
    {
        var stack = (await Session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        await stack.PlantAsync($"resource.{path}", planted);

        var validate = stack.ValidateAsync;

        (await validate.Should().ThrowAsync<TerraformException>()).Which.Message.ReplaceLineEndings(" ").Should().Contain(reason);
        Session.Account.Log.Count.Should().Be(0);
    }
}
