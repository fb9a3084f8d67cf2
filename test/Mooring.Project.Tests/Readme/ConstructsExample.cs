using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Mooring.LoadBalancing;

namespace Mooring.Project.Tests.Readme;

/// <summary>The example of docs/from-csharp.md.</summary>
internal static class ConstructsExample
{
    public static TerraformStack Define(App app)
    {
        // <example>
        var stack = new TerraformStack(app, "shop");
        _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-west-1" });

        var blue = new TargetGroup(
            stack,
            "Blue",
            new TargetGroupProps
            {
                TargetGroupName = "shop-blue",
                VpcId = "vpc-0a1b2c3d4e5f60718",
                HealthCheck = new HealthCheck { Path = "/healthz" },
            }
        );

        _ = new ListenerRule(
            stack,
            "Rule",
            new ListenerRuleProps
            {
                Listener = new ListenerReference("arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2"),
                Priority = 10,
                Conditions = new RuleConditions { Hosts = ["shop.example.com"] },
                Action = new ForwardAction { TargetGroups = [new() { TargetGroup = blue, Weight = 100 }] },
            }
        );
        // </example>

        return stack;
    }
}
