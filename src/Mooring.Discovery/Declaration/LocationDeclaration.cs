using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.Limits;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the locations of a fleet. The first one is the fleet's own account, region and VPC, and has no name.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="locations">What they have; at least one.</param>
internal sealed class LocationDeclaration(DiscoveryRequest request, IReadOnlyList<LocationAnswer> locations)
{
    private readonly Dictionary<LocationAnswer, string> _names = NamesOf(locations);

    /// <summary>Name of a location; <see langword="null"/> for the first one.</summary>
    public string? NameOf(LocationAnswer location) => _names.GetValueOrDefault(location);

    /// <summary>Adds them to a fleet.</summary>
    /// <param name="fleet">The fleet, with the region and VPC of the first one.</param>
    /// <param name="declared">Collects what is declared.</param>
    /// <exception cref="DiscoveryException">The role that Terraform assumes is not known, or two are the same.</exception>
    public FleetSpec AddTo(FleetSpec fleet, Declared declared)
    {
        RequireDistinct();
        RequireRolesOfAccounts();
        var own = AccountOf(locations[0]);
        fleet = fleet with { Account = own, AssumeRole = AskedRoleOf(own) };
        return fleet with { Locations = locations.Skip(1).ToDictionary(location => _names[location], location => SpecOf(location, fleet, declared)) };
    }

    private LocationSpec SpecOf(LocationAnswer location, FleetSpec fleet, Declared declared)
    {
        var (path, account) = ($"locations.{_names[location]}", AccountOf(location));
        declared.Comment(path, $"read from {location.Request.Words}");
        return new()
        {
            Account = account == fleet.Account ? null : account,
            Region = location.Request.Region == fleet.Region ? null : location.Request.Region,
            Vpc = location.Vpc,
            AssumeRole = account == fleet.Account ? null : AskedRoleOf(account) ?? ProfileRoleOf(location, account, path, declared),
        };
    }

    private static string ProfileRoleOf(LocationAnswer location, string? account, string path, Declared declared)
    {
        if (location.ProfileRole is not { } role || AwsLimits.AccountOf(role) != account)
        {
            var partition = location.Arns.FirstOrDefault()?.Split(':')[1] ?? "<partition>";
            throw new DiscoveryException(
                $"Terraform assumes a role in account {account}, from which {location.Request.Words} was read, and the AWS CLI's profile has none: "
                    + $"name it with --assume-role arn:{partition}:iam::{account}:role/<name>"
            );
        }

        declared.Comment($"{path}.assumeRole", $"the role of profile {location.Request.Profile}: Terraform needs one that may change things");
        return role;
    }

    private string? AskedRoleOf(string? account) => request.AssumedRoles.FirstOrDefault(role => AwsLimits.AccountOf(role) == account);

    private void RequireRolesOfAccounts()
    {
        var accounts = locations.Select(AccountOf).Distinct().ToArray();
        foreach (var role in request.AssumedRoles)
        {
            var isOfOne = accounts.Contains(AwsLimits.AccountOf(role));
            if ((AwsLimits.RoleArn(role) ?? (isOfOne ? null : $"must be of account {string.Join(" or ", accounts)}, got '{role}'")) is { } fault)
            {
                throw new DiscoveryException($"--assume-role {fault}");
            }
        }
    }

    private void RequireDistinct()
    {
        if (locations.GroupBy(each => (AccountOf(each), each.Request.Region, each.Vpc)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            var (account, _, vpc) = twice.Key;
            throw new DiscoveryException($"{string.Join(" and ", twice.Select(each => each.Request.Words))} are both {vpc} of account {account}: name it once");
        }
    }

    /// <summary>The account is the fifth part of an ARN.</summary>
    private static string? AccountOf(LocationAnswer location) => location.Arns.FirstOrDefault() is { } arn ? AwsLimits.AccountOf(arn) : null;

    /// <summary>Each is named by what it does not have in common with the first one.</summary>
    private static Dictionary<LocationAnswer, string> NamesOf(IReadOnlyList<LocationAnswer> locations)
    {
        var (own, free) = (locations[0].Request, new FreeNames());
        // The fleet's own location is called so.
        free.Of("default", "default");
        return locations
            .Skip(1)
            .ToDictionary(
                location => location,
                location =>
                {
                    var (region, profile) = location.Request;
                    string?[] words = [profile == own.Profile ? null : profile, region == own.Region ? null : region];
                    var differing = string.Join('-', words.OfType<string>());
                    return free.Of(differing.Length > 0 ? differing : location.Vpc, "location");
                }
            );
    }
}
