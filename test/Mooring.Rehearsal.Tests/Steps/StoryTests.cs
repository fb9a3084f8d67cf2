using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Steps;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests.Steps;

public class StoryTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly Story[] s_stories =
    [
        new("target-group-port", "port: 80 }\n => port: 80 }\n        targetGroup: { port: 8080 }\n"),
        new("target-type", "port: 80 }\n => port: 80, targetPort: 8080 }\n        targetGroup: { targetType: ip }\n"),
        new("target-group-protocol", "port: 80 }\n => port: 80 }\n        targetGroup: { protocol: HTTPS }\n"),
        new(
            "second-binding",
            "{ cluster: blue } => { cluster: blue, binding: public-ip }",
            "- loadBalancer: public\n => - loadBalancer: public\n        name: public-ip\n        targetGroup: { targetType: ip, port: 8080 }\n",
            "port: 80 }\n => port: 80, targetPort: 8080 }\n"
        ),
        new("move-service", "namespace: web, => namespace: shop,"),
        new("rename-rule", "name: shop\n            hosts => name: store\n            renamed: shop\n            hosts"),
        new("rename-binding", "- loadBalancer: public\n => - loadBalancer: public\n        name: web\n        renamed: public\n"),
        new("rename-cluster", "  blue:\n => \n  sky:\n    renamed: blue\n", "cluster: blue => cluster: sky"),
        new("upgrade-minor", "3.4 => 3.5") { Before = ["vpc: => controller: { version: \"3.4\" }\nvpc:"] },
        new("upgrade-major", "2.9 => 3.5") { Before = ["vpc: => controller: { version: \"2.9\" }\nvpc:"] },
        new("pod-identity", "vpc: => controller: { identity: podIdentity }\nvpc:"),
        new("networking-away", "\n        networking: { ingress: [{ from: [{ cidr: 10.0.0.0/8 }], ports: [{ port: 30080 }] }] } => ")
        {
            Before = ["port: 80 }\n => port: 80 }\n        networking: { ingress: [{ from: [{ cidr: 10.0.0.0/8 }], ports: [{ port: 30080 }] }] }\n"],
        },
        new("networking", "port: 80 }\n => port: 80 }\n        networking: { ingress: [{ from: [{ cidr: 10.0.0.0/8 }], ports: [{ port: 30080 }] }] }\n"),
        new("certificate", "certificate/old => certificate/new")
        {
            Before = ["protocol: HTTP => protocol: HTTPS\n        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/old"],
        },
        new("listener-port", "port: 80\n => port: 8080\n"),
        new("vpc", "vpc-0a1b2c3d4e5f60718 => vpc-0a1b2c3d4e5f60719"),
    ];

    public static TheoryData<string> Names => [.. s_stories.Select(story => story.Name)];

    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [MemberData(nameof(Names))]
    public async Task Told(string name)
    {
        var story = s_stories.Single(story => story.Name == name);
        var (deployed, fleet) = (story.Deployed, story.Next);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        var plan = await StepRehearsal.PlanAsync(session, deployed, fleet, [], _ => { });
        StepsText.Write(plan, output.WriteLine);
        plan.Holds.Should().BeTrue();
    }
}
