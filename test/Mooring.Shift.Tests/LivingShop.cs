using System.Globalization;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.StandIns;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Shift.Tests;

/// <summary>
/// The shop, deployed by real Terraform to a simulated account, and <c>shift</c> as a user runs it in a shell, with a recorded <c>aws</c> on the PATH.
/// </summary>
public abstract class LivingShop : ProgramTest, IAsyncLifetime
{
    /// <summary>The rule that is shifted.</summary>
    protected const string Rule = "public/http/shop";

    private const string Stack = "load-balancer-public";

    private readonly PretendedAccount _account = new("111122223333");
    private readonly List<(int Blue, int Green)> _history = [];
    private StandInServer? _standIns;

    private protected RecordedAws Aws { get; private set; } = null!;

    /// <summary>The weights that the rule had in AWS, one after the other.</summary>
    protected IReadOnlyList<(int Blue, int Green)> History => _history;

    /// <summary>The text of the fleet file.</summary>
    protected string Text => File.ReadAllText(Path.Combine(Folder, "fleet.yaml"));

    /// <summary>Whether there is a journal.</summary>
    protected bool IsUnderWay => File.Exists(Path.Combine(Folder, "fleet.shift.json"));

    public async Task InitializeAsync()
    {
        if (!InstalledPrograms.IsInstalled(InstalledPrograms.Terraform))
        {
            return;
        }

        Aws = new RecordedAws(Path.Combine(Folder, "aws"));
        Aws.Install();
        Aws.Targets(1, "healthy", "healthy", "healthy", "healthy");
        _standIns = await StandInServer.StartAsync(_account);
        Variables[StandInServer.ReattachVariable] = _standIns.Reattach;
        Variables["TF_CLI_CONFIG_FILE"] = Write("terraformrc", string.Empty);
        Variables["CHECKPOINT_DISABLE"] = "1";
        Variables["PATH"] = $"{Path.Combine(Folder, "aws")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        ExistingParts.AddTo(_account, FleetFile.Parse(Shop.Text));
        Deploy(Shop.Text);
        _account.OnChange = _ => _history.Add(WeightsInAws("shop.example.com"));
    }

    public async Task DisposeAsync()
    {
        if (_standIns is not null)
        {
            await _standIns.DisposeAsync();
        }
    }

    /// <summary>Writes the fleet file and applies its load balancer.</summary>
    protected void Deploy(string text)
    {
        Write("fleet.yaml", text);
        Run().ExitCode.Should().Be(0);
        Terraform("init", "-input=false");
        Terraform("apply", "-auto-approve", "-input=false");
    }

    /// <summary>Lets Terraform assume a role, and deploys the shop with it.</summary>
    protected void DeployAs(string role)
    {
        _account.AssumableRoles.Add(role);
        _account.OnChange = null;
        Deploy(Shop.Text.Replace("environment:", $"assumeRole: {role}\nenvironment:", StringComparison.Ordinal));
        _account.OnChange = _ => _history.Add(WeightsInAws("shop.example.com"));
    }

    /// <summary>Runs Terraform in the load balancer's stack, as a user would.</summary>
    protected void Terraform(params string[] arguments)
    {
        var run = Command.Run(Path.Combine(Folder, "cdktf.out", "stacks", Stack), Variables, InstalledPrograms.Terraform, arguments);
        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
    }

    /// <summary>Shifts the rule <c>shop</c>.</summary>
    private protected Command Shift(string target, params string[] options) => Run(["shift", Rule, target, "--pause", "0s", .. options]);

    /// <summary>The weights of a rule in AWS.</summary>
    protected (int Blue, int Green) WeightsInAws(string host)
    {
        var rule = _account.Of("aws_lb_listener_rule").Single(each => each.Value.At("condition", "host_header", "values").Elements[0].Text == host);
        var groups = rule.Value.At("action", "forward", "target_group").Elements;
        return (WeightOf(groups, "blue"), WeightOf(groups, "green"));
    }

    /// <summary>Changes the load balancer outside of Terraform.</summary>
    protected void ChangeOutsideOfTerraform()
    {
        var loadBalancer = _account.Of("aws_lb").Single();
        _account.Put(loadBalancer with { Value = loadBalancer.Value.With([new("idle_timeout", 300)]) });
    }

    /// <summary>Does something after each change that Terraform makes.</summary>
    protected void AfterChange(Action action) =>
        _account.OnChange = _ =>
        {
            _history.Add(WeightsInAws("shop.example.com"));
            action();
        };

    /// <summary>Makes the next change of a rule fail.</summary>
    protected void FailNextUpdate(Failure failure) => _account.FailNext(call => call is { Type: "aws_lb_listener_rule", Operation: Operation.Update }, failure);

    /// <summary>Requires that the file and the weights in AWS are as they were deployed.</summary>
    protected void ShouldHaveChangedNothing()
    {
        Text.Should().Be(Shop.Text);
        History.Should().BeEmpty();
        IsUnderWay.Should().BeFalse();
    }

    /// <summary>The ARN of a cluster's target group.</summary>
    protected string ArnOf(string cluster) =>
        _account
            .Of("aws_lb_target_group")
            .Single(group => group.Value["name"].Text!.StartsWith($"shop-{cluster}-", StringComparison.Ordinal))
            .Value["arn"]
            .Text!;

    private int WeightOf(IEnumerable<Value> groups, string cluster) =>
        int.Parse($"{((NumberValue)groups.Single(group => group["arn"].Text == ArnOf(cluster))["weight"]).Value}", CultureInfo.InvariantCulture);
}
