using Constructs;
using HashiCorp.Cdktf;
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
    /// <summary>Defines a stack in the fleet's default location, with its backend and its AWS provider.</summary>
    protected FleetStack(Construct scope, string name, FleetSpec fleet)
        : this(scope, name, fleet, location: null, id: null) { }

    /// <summary>Defines a stack with its backend and its AWS provider.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="name">Name of the stack.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="location">Name of the location that the stack is applied in; <see langword="null"/> for the default one.</param>
    /// <param name="id">Its id in the app, where that is not its name.</param>
    private protected FleetStack(Construct scope, string name, FleetSpec fleet, string? location, string? id)
        : base(scope, id ?? name)
    {
        // Terraform evaluates nothing in a backend, so that its texts stay as they are.
        StateBackend.Define(this, name, fleet, location);
        TerraformRequirements.Add(this, fleet.Terraform);
        TerraformRequirements.Add(this, "aws", fleet.Terraform.Providers.Aws);
        Slice = TerraformSlice.Of(OriginalNames.Of(fleet));
        Location = FleetLocation.Of(Slice, location);
        Providers = new AwsProviders(this, Slice, Location);
    }

    /// <summary>The location that the stack is applied in.</summary>
    private protected FleetLocation Location { get; }

    /// <summary>Its AWS providers.</summary>
    internal AwsProviders Providers { get; }

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
    protected internal void Output(string name, string description, object value) =>
        _ = new TerraformOutput(this, name, new TerraformOutputConfig { Description = description, Value = value });
}
