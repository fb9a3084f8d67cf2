using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>The AWS providers of a stack: the default one for its own location, and one with an alias for each other location that it touches.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/providers/configuration#alias-multiple-provider-configurations"/>
internal sealed class AwsProviders
{
    private const string Id = "aws";

    private readonly TerraformStack _stack;
    private readonly FleetSpec _fleet;
    private readonly FleetLocation _own;
    private readonly Dictionary<FleetLocation, AwsProvider> _others = [];

    /// <summary>Defines the default provider.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="own">Location of the stack.</param>
    public AwsProviders(TerraformStack stack, FleetSpec fleet, FleetLocation own)
    {
        (_stack, _fleet, _own) = (stack, fleet, own);
        _ = new AwsProvider(stack, Id, ConfigOf(own, alias: null));
    }

    /// <summary>The provider for a location; <see langword="null"/> for the default one.</summary>
    public TerraformProvider? For(FleetLocation location)
    {
        if (location.HasProviderOf(_own))
        {
            return null;
        }

        // Locations that differ in their VPC only share one.
        var same = _others.Keys.FirstOrDefault(location.HasProviderOf) ?? location;
        if (!_others.TryGetValue(same, out var provider))
        {
            var alias = location.DisplayName;
            _others[same] = provider = new AwsProvider(_stack, $"{Id}-{alias}", ConfigOf(location, alias));
        }

        return provider;
    }

    private AwsProviderConfig ConfigOf(FleetLocation location, string? alias) =>
        new()
        {
            Alias = alias,
            Region = location.Region,
            AllowedAccountIds = location.Account is { } account ? [account] : null,
            AssumeRole = location.AssumeRole is { } role ? new[] { new AwsProviderAssumeRole { RoleArn = role } } : null,
            DefaultTags = new[] { new AwsProviderDefaultTags { Tags = FleetStack.TagsOf(_fleet) } },
        };
}
