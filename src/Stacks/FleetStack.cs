using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.Fleet;

namespace Mooring.Stacks;

/// <summary>
/// Defines what all stacks of a fleet have: a backend and the AWS provider. A stack refers to no object of another one:
/// it looks up by name what another one made, and so is a pure function of its slice of the fleet.
/// </summary>
public abstract class FleetStack : TerraformStack
{
    /// <summary>Defines a stack with its backend and its AWS provider.</summary>
    protected FleetStack(Construct scope, string name, FleetSpec fleet)
        : base(scope, name)
    {
        StateBackend.Define(this, name, fleet);
        _ = new AwsProvider(this, "aws", new AwsProviderConfig
        {
            Region = fleet.Region,
            AllowedAccountIds = fleet.Account is { } account ? [account] : null,
            DefaultTags = new[]
            {
                new AwsProviderDefaultTags
                {
                    Tags = new Dictionary<string, string> { ["environment"] = fleet.Environment, ["fleet"] = fleet.Name },
                },
            },
        });
    }

    /// <summary>The time that the fleet file tells in seconds.</summary>
    internal static TimeSpan? ToSeconds(int? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;

    /// <summary>Defines an output of the stack.</summary>
    protected void Output(string name, string description, object value)
        => _ = new TerraformOutput(this, name, new TerraformOutputConfig { Description = description, Value = value });
}
