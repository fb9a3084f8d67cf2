using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Discovery.Tests;

/// <summary><c>discover</c> with the AWS CLI, which asks an emulator of AWS: the account of <c>Accounts/make-shop.py</c>, made anew.</summary>
public sealed partial class EmulatedAccountTests : ProgramTest
{
    [FactWithEmulator]
    public void An_account_that_an_emulator_holds_is_discovered_into_a_file_that_plans_nothing_but_imports()
    {
        using var emulator = new Emulator(Folder);
        emulator.Make("make-shop.py");
        foreach (var (name, value) in emulator.Variables)
        {
            Variables[name] = value;
        }

        var run = Run("discover", "--region", "eu-west-1", "--load-balancer", "WWW-alb");

        run.ExitCode.Should().Be(0, "{0}", run.Error + run.Output);
        run.Output.ReplaceLineEndings("\n")
            .Should()
            .StartWith("fleet.yaml: 1 load balancer to adopt, 1 to look up, 2 clusters\nadopting it imports 21 resources and changes 0\n");
        var recorded = File.ReadAllText(Repository.PathOf("test/Mooring.Discovery.Tests/Accounts/shop.yaml"));
        WithoutIds(File.ReadAllText(Path.Combine(Folder, "fleet.yaml"))).Should().Be(WithoutIds(recorded));
    }

    private static string WithoutIds(string text) => Id().Replace(text, "id");

    [GeneratedRegex("[0-9a-f]{16,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
