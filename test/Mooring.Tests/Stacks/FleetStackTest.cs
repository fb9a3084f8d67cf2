using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Stacks;
using Mooring.TestKit.Fleets;

namespace Mooring.Tests.Stacks;

/// <summary>What the tests of stacks have in common: the small fleet with parts of it replaced, and the Terraform of one of its stacks.</summary>
public abstract class FleetStackTest
{
    /// <summary>The small fleet with each of the first texts replaced by the second.</summary>
    internal static FleetSpec Fleet(params (string Old, string New)[] replacements) =>
        FleetFile.Parse(
            replacements.Aggregate(
                SmallFleet.Text,
                (text, pair) =>
                    text.Contains(pair.Old, StringComparison.Ordinal)
                        ? text.Replace(pair.Old, pair.New, StringComparison.Ordinal)
                        : throw new ArgumentException($"the small fleet has no '{pair.Old}'", nameof(replacements))
            )
        );

    internal static TerraformJson LoadBalancer(FleetSpec fleet, string name = "public") => Synthesize(new LoadBalancerStack(TestApp.Create(), fleet, name));

    internal static TerraformJson Cluster(FleetSpec fleet, string name = "blue") => Synthesize(new ClusterStack(TestApp.Create(), fleet, name));

    internal static TerraformJson Binding(FleetSpec fleet, string name = "blue") => Synthesize(new BindingStack(TestApp.Create(), fleet, name));

    internal static TerraformJson Registration(FleetSpec fleet, string name = "blue") => Synthesize(new RegistrationStack(TestApp.Create(), fleet, name));

    private static TerraformJson Synthesize(TerraformStack stack) => TerraformJson.Of(stack);
}
