using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>A stack with changes in every plan, which the rehearsal reports.</summary>
public sealed class SecondPlanTests : SmallFleetSession
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData("output.now", """{ "value": "${timestamp()}" }""", "output.now")]
    [InlineData("resource.aws_lb.LoadBalancer.tags", """{ "applied": "${timestamp()}" }""", "aws_lb.LoadBalancer (Update: tags, tags_all)")]
    [InlineData("data.aws_lb", """{ "later": { "name": "${aws_lb.LoadBalancer.name}${substr(timestamp(), 0, 0)}" } }""", "data.aws_lb.later (Read)")]
    public async Task It_is_not_empty(string path, string planted, string todo)
    {
        var stack = (await Session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        await stack.PlantAsync(path, planted);

        var apply = () => FleetRehearsal.ApplyAsync(stack);

        (await apply.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Be($"the second plan must be empty, but changes {todo}");
    }
}
