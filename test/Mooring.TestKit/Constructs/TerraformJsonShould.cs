namespace Mooring.TestKit.Constructs;

/// <summary>Begins an assertion over synthesized JSON.</summary>
internal static class TerraformJsonShould
{
    public static TerraformJsonAssertions Should(this TerraformJson json) => new(json);
}
