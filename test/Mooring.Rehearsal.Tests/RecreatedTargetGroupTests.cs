using FluentAssertions;
using Mooring.Rehearsal.Terraform;
using Mooring.TestKit.Programs;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests;

/// <summary>
/// Somebody deletes a target group, and Terraform creates it again under its name. Its ARN is another one, which the controller does not let a
/// TargetGroupBinding change to.
/// </summary>
public sealed class RecreatedTargetGroupTests : SmallFleetSession
{
    private const string Binding = "binding-blue";
    private const string Name = "shop-blue-a9bf3334";
    private const string TargetGroup = "aws_lb_target_group";

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Its_binding_is_made_anew_with_it()
    {
        var stacks = await Session.DeployAsync(Fleet());
        Bound()["name"].Should().Be(Name);

        await RecreateAsync(stacks);
        var plan = await stacks.Named(Binding).DeployAsync();

        plan.Said().Should().Equal("Update helm_release.Bindings");
        var arn = Session.Account.Of(TargetGroup).Single().Id;
        Bound().Should().Contain("targetGroupARN", arn).And.Contain("name", $"{Name}-{arn.Split('/')[2]}");
        (await stacks.Named(Binding).PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Once_more_it_is_made_anew_once_more()
    {
        var stacks = await Session.DeployAsync(Fleet());

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await RecreateAsync(stacks);
            await stacks.Named(Binding).DeployAsync();
            Bound()["targetGroupARN"].Should().Be(Session.Account.Of(TargetGroup).Single().Id);
        }

        (await stacks.Named(Binding).PlanAsync()).IsEmpty.Should().BeTrue();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_a_name_that_does_not_follow_the_whole_release_fails()
    {
        var stacks = await Session.DeployAsync(Fleet());
        await stacks.Named(Binding).PlantAsync($"locals.BindingName-{Name}_Name_{LocalHash(stacks.Named(Binding))}", $"\"{Name}\"");
        await RecreateAsync(stacks);

        var apply = () => stacks.Named(Binding).DeployAsync();

        (await apply.Should().ThrowAsync<TerraformException>()).Which.Message.Should().Contain("may not change these immutable fields");
    }

    private async Task RecreateAsync(IReadOnlyList<RehearsedStack> stacks)
    {
        Session.Account.Remove(each => each.Type == TargetGroup);
        var plan = await stacks.Named(LoadBalancer).DeployAsync();
        plan.Said().Should().Contain(change => change.StartsWith($"Create {TargetGroup}.", StringComparison.Ordinal));
    }

    /// <summary>The digits that CDKTF puts behind the name of the local value.</summary>
    private static string LocalHash(RehearsedStack stack) => File.ReadAllText(stack.File).Split($"local.BindingName-{Name}_Name_")[1][..8];

    /// <summary>The TargetGroupBinding of the installed release.</summary>
    private Dictionary<string, string> Bound() =>
        InstalledBindings().Single().Where(field => field.Value is YamlScalarNode).ToDictionary(field => $"{field.Key}", field => $"{field.Value}");
}
