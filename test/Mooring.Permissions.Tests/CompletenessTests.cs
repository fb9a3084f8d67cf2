using System.Text.Json;
using FluentAssertions;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal;
using Mooring.Rehearsal.Reports;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Permissions.Tests;

/// <summary>
/// Real Terraform creates, changes and destroys fleets that have every type of resource, and the policy allows all that the provider was asked to do, on
/// the ARNs that the resources got.
/// </summary>
public sealed class CompletenessTests
{
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [Xunit.InlineData("everything")]
    [Xunit.InlineData("everything-else")]
    public async Task The_policy_of_a_fleet_allows_what_terraform_did_with_it(string name)
    {
        var fleet = FleetFile.Parse(await File.ReadAllTextAsync(Repository.PathOf("test", "Mooring.TestKit", "Fleets", $"{name}.yaml")));
        var changed = fleet with { Tags = new Dictionary<string, string>(fleet.Tags) { ["changed"] = "yes" } };
        var made = new MadeArns();
        await using var session = await RehearsalSession.StartAsync(changed, fleet);

        await FleetRehearsal.RunAsync(session, changed, fleet, new TextReport(_ => { }), _ => made.Collect(session.Account));

        var files = Directory.GetFiles(session.Output, "cdk.tf.json", SearchOption.AllDirectories);
        var policies = RequiredPermissions
            .Of(files.Select(file => JsonElement.Parse(File.ReadAllText(file))), planOnly: false)
            .Select(policy => policy.ToJson())
            .ToArray();
        var asked = session.Account.Log.Calls.Where(call => call.Type.StartsWith("aws_", StringComparison.Ordinal)).ToArray();
        asked.Select(call => call.Operation).Should().Contain([Operation.Create, Operation.Update, Operation.Delete, Operation.ReadResource]);
        asked.Select(call => (KeyOf(call), WordOf(call.Operation))).Distinct().SelectMany(call => Missing(call, policies, made)).Distinct().Should().BeEmpty();
    }

    /// <summary>What the policies do not allow of what the provider calls for an operation.</summary>
    private static IEnumerable<string> Missing((string Type, string Operation) call, string[] policies, MadeArns made)
    {
        var grants = TypeGrants.All[call.Type].Grants.Where(grant => grant.For.Contains(call.Operation) && grant.Where is null).ToArray();
        if (grants.Length == 0 && !call.Type.Contains('.', StringComparison.Ordinal))
        {
            return [$"{call.Type}: nothing for {call.Operation}"];
        }

        return from grant in grants
            from action in grant.Actions
            from arn in grant.On.Contains("{arn}") ? made.Of(call.Type) : ["*"]
            where !policies.Any(policy => Allows(policy, action, arn))
            select $"{action} on {arn}";
    }

    /// <summary>Where the ARN is not that of the object itself, any statement with the action counts.</summary>
    private static bool Allows(string policy, string action, string arn) =>
        arn == "*"
            ? policy.Contains($"\"{action}\"", StringComparison.Ordinal)
            : PolicyStatement.AllOf(policy).Any(statement => statement.AppliesTo(new AwsRequest(action, arn)));

    private static string KeyOf(ProviderCall call) =>
        call.Operation switch
        {
            Operation.ReadDataSource => $"data.{call.Type}",
            Operation.Open => $"ephemeral.{call.Type}",
            _ => call.Type,
        };

    private static string WordOf(Operation operation) =>
        operation switch
        {
            Operation.Create => "create",
            Operation.Update => "update",
            Operation.Delete => "delete",
            _ => "read",
        };

    /// <summary>The ARNs of what Terraform made, without those of what was there before it.</summary>
    private sealed class MadeArns
    {
        private readonly HashSet<(string Type, string Arn)> _before = [];
        private readonly HashSet<(string Type, string Arn)> _made = [];

        public void Collect(PretendedAccount account)
        {
            var isBefore = account.Log.Calls.All(call => call.Operation != Operation.Create);
            foreach (var (type, arn) in account.Objects.Select(found => (found.Type, found.Value["arn"].Text)).Where(found => found.Text is not null))
            {
                (isBefore || _before.Contains((type, arn!)) ? _before : _made).Add((type, arn!));
            }
        }

        public IEnumerable<string> Of(string type) => _made.Where(made => made.Type == type).Select(made => made.Arn);
    }
}
