using Constructs;
using HashiCorp.Cdktf.Providers.Aws.Provider;

namespace BlueGreen;

/// <summary>What all stacks have in common. All ids are documentation values.</summary>
internal static class Network
{
    public const string Region = "eu-west-1";

    public const string VpcId = "vpc-0a1b2c3d4e5f60718";

    public static string[] PublicSubnets { get; } = ["subnet-0aa11111111111111", "subnet-0bb22222222222222"];

    public static string[] PrivateSubnets { get; } = ["subnet-0cc33333333333333", "subnet-0dd44444444444444"];

    /// <summary>Gives a stack the AWS provider.</summary>
    public static void DefineProvider(Construct stack) => _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = Region });
}
