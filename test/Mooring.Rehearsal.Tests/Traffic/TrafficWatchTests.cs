using FluentAssertions;
using Mooring.Rehearsal.Reports;
using Mooring.Rehearsal.Traffic;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.Rehearsal.Tests.Traffic;

/// <summary>What must hold after every single change, without Terraform: somebody changes an account step by step.</summary>
public class TrafficWatchTests
{
    private const string Public = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/public/1";

    private readonly PretendedAccount _account = new("111122223333");

    public TrafficWatchTests()
    {
        Put("aws_lb", Public, [new("name", "public"), new("security_groups", Value.List("sg-public"))]);
        Put("aws_lb_listener", "listener", [new("load_balancer_arn", Public), new("port", 80), new("default_action", Forward("blue"))]);
        Put("aws_eks_access_entry", "entry", [new("principal_arn", "arn:aws:iam::111122223333:role/operator"), new("cluster_name", "blue")]);
        Register("blue");
        Register("green");
    }

    [Fact]
    public void Nothing_is_lost_where_one_group_with_targets_follows_another()
    {
        var traffic = Watch(
            (
                "forward to green",
                () => Put("aws_lb_listener", "listener", [new("load_balancer_arn", Public), new("port", 80), new("default_action", Forward("green"))])
            ),
            ("remove blue", () => _account.Clusters.Targets.RemoveAll(target => target.Cluster == "blue"))
        );

        traffic
            .Should()
            .BeEquivalentTo(
                new
                {
                    Requests = 1,
                    Changes = 2,
                    Findings = Array.Empty<TrafficFinding>(),
                }
            );
    }

    [Fact]
    public void The_other_order_fails_every_request_from_one_step_to_the_next()
    {
        var finding = Watch(
            ("remove blue", () => _account.Clusters.Targets.RemoveAll(target => target.Cluster == "blue")),
            (
                "forward to green",
                () => Put("aws_lb_listener", "listener", [new("load_balancer_arn", Public), new("port", 80), new("default_action", Forward("green"))])
            )
        )
            .Findings.Should()
            .ContainSingle()
            .Which;

        finding.What.Should().Be("100 % of requests fail");
        (finding.From, finding.Until).Should().Be(("stack: remove blue", "stack: forward to green"));
        finding.Why.Should().Be("target group blue has weight 1 of 1 and no targets any more");
        finding.Requests.Should().Equal("public:80 */");
    }

    [Fact]
    public void A_listener_that_is_created_again_answers_nothing_meanwhile()
    {
        var listener = _account.Of("aws_lb_listener").Single();

        var finding = Watch(("delete", () => _account.Remove(each => each == listener)), ("create", () => _account.Put(listener)))
            .Findings.Should()
            .ContainSingle()
            .Which;

        finding.Why.Should().Be("the answer is nothing listens on port 80");
    }

    [Fact]
    public void What_the_file_no_longer_serves_is_no_fault_and_is_listed()
    {
        var traffic = Watch(("delete the listener", () => _account.Remove(each => each.Type == "aws_lb_listener")));

        traffic.Findings.Should().BeEmpty();
        traffic.NoLongerServed.Should().Equal("public:80 */: nothing listens on port 80");
    }

    [Fact]
    public void A_load_balancer_that_is_replaced_has_another_dns_name()
    {
        var traffic = Watch(
            (
                "replace",
                () =>
                    Put(
                        "aws_lb",
                        Public,
                        [
                            new("arn", Public.Replace("/1", "/2", StringComparison.Ordinal)),
                            new("name", "public"),
                            new("security_groups", Value.List("sg-public")),
                        ]
                    )
            )
        );

        traffic.Findings.Should().Contain(finding => finding.What == "load balancer public is replaced" && finding.From == "stack: replace");
    }

    [Fact]
    public void Access_that_comes_back_was_gone_meanwhile()
    {
        var entry = _account.Of("aws_eks_access_entry").Single();

        var finding = Watch(("delete", () => _account.Remove(each => each == entry)), ("create", () => _account.Put(entry)))
            .Findings.Should()
            .ContainSingle()
            .Which;

        finding.What.Should().Be("arn:aws:iam::111122223333:role/operator in cluster blue has no access");
        (finding.From, finding.Until).Should().Be(("stack: delete", "stack: create"));
    }

    [Fact]
    public void Two_controllers_may_not_have_one_target_group()
    {
        var finding = Watch(("bind it in blue", () => Bind("blue")), ("bind it in green", () => Bind("green"))).Findings.Should().ContainSingle().Which;

        finding.What.Should().Be("two controllers have target group blue of clusters blue and green");
        (finding.From, finding.Until).Should().Be(("stack: bind it in green", null));
    }

    [Fact]
    public void Texts_of_a_fleet_are_neither_markdown_nor_html_in_a_comment()
    {
        var lines = new List<string>();
        var report = new MarkdownReport(lines.Add);
        report.Write(new TrafficReport(1, 1, [new("<script>", "a|b", null, "[x](y)", "*z*") { Requests = ["public:80 `shop`"] }]));
        report.Write([]);

        string.Join('\n', lines).Should().NotContainAny("<script>", "a|b", "[x](y)", "*z*", "`shop`");
    }

    private TrafficReport Watch(params (string Change, Action Work)[] changes)
    {
        var watch = new TrafficWatch(_account);
        watch.Begin("stack");
        foreach (var (change, work) in changes)
        {
            work();
            watch.Saw(change);
        }

        return watch.End();
    }

    private void Register(string group)
    {
        var network = Value.List(Value.Object([new("cluster_security_group_id", $"sg-{group}")]));
        Put("aws_eks_cluster", group, [new("name", group), new("endpoint", $"https://{group}"), new("vpc_config", network)]);
        Put(
            "aws_vpc_security_group_ingress_rule",
            $"let into {group}",
            [new("security_group_id", $"sg-{group}"), new("referenced_security_group_id", "sg-public"), new("ip_protocol", "-1")]
        );
        Put("aws_lb_target_group", ArnOf(group), [new("name", group)]);
        _account.Clusters.Targets.Add(new RegisteredTarget(ArnOf(group), "i-0123456789abcdef0", 30080, group));
    }

    private void Bind(string cluster) =>
        _account.Clusters.Of($"https://{cluster}").Bindings.Add(new BindingObject("web", "shop", new() { ["targetGroupARN"] = ArnOf("blue") }));

    private void Put(string type, string id, KeyValuePair<string, Value>[] members) =>
        _account.Put(
            new RemoteObject(
                type,
                string.Empty,
                (ObjectValue)
                    Value.Object(
                        new Dictionary<string, Value>([new("id", id), new("arn", id)]).Concat(members).GroupBy(member => member.Key).Select(same => same.Last())
                    )
            )
        );

    private static Value Forward(string group) => Value.List(Value.Object([new("type", "forward"), new("target_group_arn", ArnOf(group))]));

    private static string ArnOf(string group) => $"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/{group}/0123456789abcdef";
}
