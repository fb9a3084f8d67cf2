using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;
using Mooring.Stacks.Slices;

namespace Mooring.Stacks;

/// <summary>
/// Defines what all stacks of a fleet have: a backend and the AWS provider. A stack refers to no object of another one: it looks up resources of
/// other stacks by name, and so is a pure function of its slice of the fleet.
/// </summary>
public abstract class FleetStack : TerraformStack
{
    /// <summary>Defines a stack with its backend and its AWS provider.</summary>
    protected FleetStack(Construct scope, string name, FleetSpec fleet)
        : this(scope, name, fleet, id: null) { }

    /// <summary>Defines a stack whose id in the app is not its name.</summary>
    private protected FleetStack(Construct scope, string name, FleetSpec fleet, string? id)
        : base(scope, id ?? name)
    {
        // Terraform evaluates nothing in a backend, so that its texts stay as they are.
        StateBackend.Define(this, name, fleet);
        Slice = TerraformSlice.Of(OriginalNames.Of(fleet));
        _ = new AwsProvider(
            this,
            "aws",
            new AwsProviderConfig
            {
                Region = Slice.Region,
                AllowedAccountIds = Slice.Account is { } account ? [account] : null,
                DefaultTags = new[] { new AwsProviderDefaultTags { Tags = TagsOf(Slice) } },
            }
        );
    }

    /// <summary>The part of the fleet that the stack sees, with its original names, and with its texts as Terraform has them.</summary>
    private protected FleetSpec Slice { get; }

    /// <summary>Tags of every resource.</summary>
    internal static Dictionary<string, string> TagsOf(FleetSpec fleet) => new(fleet.Tags) { ["environment"] = fleet.Environment, ["fleet"] = fleet.Name };

    /// <summary>Settings for every role of the organization.</summary>
    internal static RoleSettings RolesOf(FleetSpec fleet) =>
        new()
        {
            Path = fleet.Iam.Path,
            PermissionsBoundaryArn = fleet.Iam.PermissionsBoundary,
            MaxSessionDuration = ToSeconds(fleet.Iam.MaxSessionDuration),
        };

    /// <summary>A time that the fleet file has in seconds.</summary>
    internal static TimeSpan? ToSeconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    /// <summary>Defines an output of the stack.</summary>
    protected void Output(string name, string description, object value) =>
        _ = new TerraformOutput(this, name, new TerraformOutputConfig { Description = description, Value = value });
}
