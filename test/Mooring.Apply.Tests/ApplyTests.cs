using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Programs;

namespace Mooring.Apply.Tests;

/// <summary><c>apply</c> with real Terraform and stand-ins for its providers.</summary>
public sealed class ApplyTests : PretendedShop
{
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_fleet_is_applied_wave_by_wave_and_then_there_is_nothing_to_do()
    {
        var first = Apply();

        first.Error.Should().BeEmpty();
        first.ExitCode.Should().Be(0);
        first
            .Output.Should()
            .MatchRegex("(?s)wave 1 of 3: cluster-root, load-balancer-public\n.*load-balancer-public: applied.*wave 2 of 3: cluster-blue\n.*wave 3 of 3: ");
        first.Output.Should().Contain("# aws_lb.LoadBalancer will be created", "plans are shown as Terraform shows them");
        first.Output.Should().EndWith("5 stacks: 5 applied, 0 without changes\n");
        ShouldBeApplied();

        Apply().Should().Match<Command>(run => run.ExitCode == 0 && run.Output.EndsWith("5 stacks: 0 applied, 5 without changes\n"));
        IsUnfinished.Should().BeFalse();
        Directory.GetFiles(Folder, "*.tfplan", SearchOption.AllDirectories).Should().BeEmpty("a plan has secrets in it");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_first_failure_stops_it_and_the_same_command_goes_on()
    {
        Account.FailNext(call => call is { Type: "aws_eks_node_group", Operation: Operation.Create }, Failure.Refused);

        var failed = Apply();

        failed.ExitCode.Should().Be(1);
        failed.Error.Should().StartWith("cluster-blue: 'terraform apply' failed:\n");
        failed.Error.Should().EndWith("2 of 5 stacks were applied, 0 had no changes; the same command goes on with the others\n");
        failed.Output.Should().NotContain("wave 3", "what depends on the cluster is not even planned");
        IsUnfinished.Should().BeTrue();

        var next = Apply();

        next.ExitCode.Should().Be(0, "{0}", next.Error);
        next.Output.Should().Contain("cluster-root: applied by the run before, which did not come to its end; --from-start plans it again\n");
        next.Output.Should().EndWith("5 stacks: 5 applied, 0 without changes\n");
        ShouldBeApplied();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_stack_that_changed_since_the_failure_is_planned_again()
    {
        Account.FailNext(call => call is { Type: "aws_eks_node_group", Operation: Operation.Create }, Failure.Refused);
        Apply().ExitCode.Should().Be(1);
        Write("fleet.yaml", SmallFleet.TextWith("ingressCidrs: [0.0.0.0/0]", "ingressCidrs: [198.51.100.0/24]"));

        var next = Apply();

        next.ExitCode.Should().Be(0, "{0}", next.Error);
        next.Output.Should().MatchRegex("load-balancer-public: .*1 to create, 1 to destroy").And.Contain("cluster-root: applied by the run before");
        ShouldBeApplied();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Without_a_terminal_plans_are_shown_and_nothing_is_applied()
    {
        var run = Run("apply");

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        run.Output.Should().Contain("load-balancer-public: ").And.Contain("a dry run: nothing is applied");
        run.Output.Should().NotContain("wave 2");
        Changes.Should().BeEmpty();
    }

    /// <summary>Nothing changes in AWS. Without it, the state would keep the former addresses, and the next change would destroy what has them.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_plan_that_only_moves_resources_in_the_state_is_applied()
    {
        Apply().ExitCode.Should().Be(0);
        Write("fleet.yaml", SmallFleet.TextWith("      http:\n", "      web:\n        renamed: http\n"));

        var run = Apply();

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        run.Output.Should().MatchRegex("load-balancer-public: \\d to move in the state\n").And.Contain("load-balancer-public: applied");
        run.Output.Should().EndWith("5 stacks: 1 applied, 4 without changes\n");
        ShouldBeApplied();
    }

    /// <summary>Only an apply that failed may be gone on with: what a dry run has seen is no longer known days later.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_dry_run_leaves_nothing_for_the_next_apply_to_skip()
    {
        Apply().ExitCode.Should().Be(0);

        Run("apply").ExitCode.Should().Be(0);

        IsUnfinished.Should().BeFalse();
    }

    /// <summary>The binding was never planned, but the registration was applied: it is planned again because the cluster before it has changed now.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_stack_behind_one_that_changes_is_planned_again()
    {
        Account.FailNext(call => call is { Type: "helm_release", Operation: Operation.Create }, Failure.Refused);
        Apply().ExitCode.Should().Be(1);
        Write("fleet.yaml", SmallFleet.TextWith("ingressCidrs: [0.0.0.0/0]", "ingressCidrs: [198.51.100.0/24]"));

        var next = Apply();

        next.ExitCode.Should().Be(0, "{0}", next.Error);
        next.Output.Should().Contain("cluster-root: applied by the run before").And.NotContain("cluster-blue: applied by the run before");
        ShouldBeApplied();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void Only_the_named_stacks_are_applied_in_their_order()
    {
        Apply("cluster-root").ExitCode.Should().Be(0);

        var run = Apply("cluster-blue", "load-balancer-public");

        run.ExitCode.Should().Be(0, "{0}", run.Error);
        run.Output.Should().MatchRegex("(?s)wave 1 of 2: load-balancer-public.*wave 2 of 2: cluster-blue").And.NotContain("cluster-root");
        run.Output.Should().EndWith("2 stacks: 2 applied, 0 without changes\n");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void A_stack_that_the_fleet_does_not_have_is_refused()
    {
        var run = Apply("cluster-bleu");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Be("'cluster-bleu' must be a stack of fleet.yaml; did you mean 'cluster-blue'?\nfailed (E112); nothing was applied\n");
        Changes.Should().BeEmpty();
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public void The_order_is_printed_for_scripts()
    {
        var run = Run("order");

        run.Output.TrimEnd().Split('\n').Select(line => line.Split('\t')[1]).Should().BeEquivalentTo(Stacks);
        run.Output.Should().StartWith("1\tcluster-root\n1\tload-balancer-public\n2\tcluster-blue\n3\t");
        Run("order", "--json").Output.Should().Contain("\"stack\": \"cluster-blue\"").And.Contain("\"load-balancer-public\"");
    }
}
