using FluentAssertions;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Traffic;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests.Traffic;

/// <summary>Which rule of a listener a request meets, and what it is answered.</summary>
public class TrafficSnapshotTests
{
    private const string LoadBalancer = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/public/1";
    private const string Listener = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/public/1/2";

    private readonly PretendedAccount _account = new("111122223333");

    public TrafficSnapshotTests()
    {
        Put("aws_lb", LoadBalancer, [new("name", "public"), new("security_groups", Value.List("sg-public"))]);
        Put(
            "aws_lb_listener",
            Listener,
            [
                new("load_balancer_arn", LoadBalancer),
                new("port", 443),
                new("default_action", Block([new("type", "fixed-response"), new("fixed_response", Block([new("status_code", "404")]))])),
            ]
        );
    }

    [Theory]
    [InlineData("host_header", "shop.example.com", "public:443 shop.example.com/")]
    [InlineData("host_header", "*.example.com", "public:443 any.example.com/")]
    [InlineData("path_pattern", "/cart/*", "public:443 */cart/any")]
    [InlineData("path_pattern", "/v?/a\\*b", "public:443 */vx/a*b")]
    [InlineData("http_request_method", "POST", "public:443 */ (POST)")]
    [InlineData("source_ip", "10.1.0.0/16", "public:443 */ (from 10.1.0.0)")]
    public void A_rule_has_an_example_that_meets_it(string condition, string value, string example)
    {
        Rule(10, Condition(condition, value), Forward(("blue", 1)));
        Register("blue");

        var traffic = Snapshot();

        var request = traffic.Examples.First();
        request.ToString().Should().Be(example);
        traffic.Ask(request).Description.Should().Be("forward to blue");
        traffic.Ask(new Request("public", 443) { Host = "else", Path = "/else" }).Description.Should().Be("a fixed response with status 404");
    }

    [Theory]
    [InlineData("host_header", @"^(.+)\.tenants\.example\.com$", "public:443 x.tenants.example.com/")]
    [InlineData("host_header", "^(shop|store)-[0-9]{2}[.]example[.]com$", "public:443 shop-00.example.com/")]
    [InlineData("path_pattern", @"^/v\d+/(?:img|css)/[^/]*$", "public:443 */v0/img/")]
    [InlineData("path_pattern", @"(?i)\.PNG$", "public:443 *.PNG")]
    public void A_regular_expression_has_an_example_that_meets_it(string condition, string regex, string example)
    {
        Rule(10, [new("condition", Block([new(condition, Block([new("regex_values", Value.List(regex))]))]))], Forward(("blue", 1)));
        Register("blue");

        var traffic = Snapshot();

        var request = traffic.Examples.First();
        request.ToString().Should().Be(example);
        traffic.Ask(request).Description.Should().Be("forward to blue");
        traffic.Ask(new Request("public", 443) { Host = "else", Path = "/else" }).Description.Should().Be("a fixed response with status 404");
    }

    /// <summary>AWS decides by the request as the client sent it: a transform comes afterwards.</summary>
    [Fact]
    public void A_request_that_is_rewritten_goes_to_the_target_group_of_its_rule()
    {
        Rule(10, [.. Condition("path_pattern", "/old"), new("transform", UrlRewrite("/old", "/new"))], Forward(("blue", 1)));
        Rule(20, Condition("path_pattern", "/new"), Forward(("green", 1)));
        Register("blue");
        Register("green");

        Snapshot().Ask(new Request("public", 443) { Path = "/old" }).Description.Should().Be("forward to blue");
    }

    private static Value UrlRewrite(string regex, string replace) =>
        Block([new("type", "url-rewrite"), new("url_rewrite_config", Block([new("rewrite", Block([new("regex", regex), new("replace", replace)]))]))]);

    [Theory]
    [InlineData("/CART", false)]
    [InlineData("/cart", true)]
    public void Paths_are_case_sensitive(string path, bool isMet)
    {
        Rule(10, Condition("path_pattern", "/cart"), Forward(("blue", 1)));

        Snapshot().Ask(new Request("public", 443) { Path = path }).IsMeantToServe.Should().Be(isMet);
    }

    [Fact]
    public void Headers_and_queries_are_matched_by_name_and_value()
    {
        Rule(10, Condition("http_header", "beta*", ("http_header_name", "X-Stage")), Forward(("beta", 1)));
        Rule(
            20,
            [new("condition", Value.List(Value.Object([new("query_string", Value.List(Value.Object([new("key", "version"), new("value", "2")])))])))],
            Forward(("second", 1))
        );

        var traffic = Snapshot();

        traffic
            .Examples.Select(request => $"{request}: {traffic.Ask(request).Description}")
            .Should()
            .Equal(
                "public:443 */ (x-stage: betaany): forward to beta",
                "public:443 */?version=2: forward to second",
                "public:443 */: a fixed response with status 404"
            );
    }

    [Fact]
    public void The_rule_with_the_lowest_priority_number_answers()
    {
        Rule(20, Condition("host_header", "*.example.com"), Forward(("green", 1)));
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 1)));

        var traffic = Snapshot();

        traffic.Ask(new Request("public", 443) { Host = "SHOP.example.com" }).Description.Should().Be("forward to blue");
        traffic.Ask(new Request("public", 443) { Host = "other.example.com" }).Description.Should().Be("forward to green");
    }

    [Theory]
    [InlineData("blue green", 1)]
    [InlineData("blue", 0.3)]
    [InlineData("green", 0.7)]
    [InlineData("", 0)]
    public void A_target_group_without_targets_loses_its_share(string registered, double served)
    {
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 30), ("green", 70), ("idle", 0)));
        foreach (var group in registered.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Register(group);
        }

        var answer = Snapshot().Ask(new Request("public", 443) { Host = "shop.example.com" });

        answer.Served.Should().Be(served);
        answer.Description.Should().Be("forward to blue 30, green 70, idle 0");
    }

    [Fact]
    public void Targets_go_with_the_nodes_and_the_cluster_that_they_are_in()
    {
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 1)));
        Register("blue");
        Put("aws_eks_node_group", "blue:default", [new("cluster_name", "blue")]);
        var health = new TargetHealth(_account);
        double Served() => TrafficSnapshot.Of(_account, health).Ask(new Request("public", 443) { Host = "shop.example.com" }).Served;

        Served().Should().Be(1);
        _account.Remove(each => each.Type == "aws_eks_node_group");
        Served().Should().Be(0);
    }

    [Theory]
    [InlineData("sg-blue", "sg-public", 30000, true)]
    [InlineData("sg-of-nodes", "sg-public", 30000, true)]
    [InlineData("sg-blue", "sg-other", 30000, false)]
    [InlineData("sg-green", "sg-public", 30000, false)]
    [InlineData("sg-blue", "sg-public", 30081, false)]
    public void The_nodes_must_let_the_load_balancer_in(string group, string from, int port, bool isReached)
    {
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 1)));
        Register("blue");
        Register("green");
        _account.Remove(each => each.Type == "aws_vpc_security_group_ingress_rule");
        LetIn(group, from, port);

        var answer = Snapshot().Ask(new Request("public", 443) { Host = "shop.example.com" });

        answer.Groups.Single().State.Should().Be(isReached ? TargetGroupState.Serving : TargetGroupState.Closed);
    }

    [Theory]
    [InlineData("tcp", 30000, true)]
    [InlineData("-1", 0, true)]
    [InlineData("tcp", 8080, false)]
    public void The_load_balancers_own_group_must_let_it_out(string protocol, int port, bool isReached)
    {
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 1)));
        Register("blue");
        Put(
            "aws_vpc_security_group_egress_rule",
            "sgr-1",
            [new("security_group_id", "sg-public"), new("ip_protocol", protocol), new("from_port", port), new("to_port", port + 100)]
        );

        Snapshot().Ask(new Request("public", 443) { Host = "shop.example.com" }).Served.Should().Be(isReached ? 1 : 0);
    }

    [Fact]
    public void Auto_scaling_registers_its_own_targets()
    {
        Rule(10, Condition("host_header", "shop.example.com"), Forward(("blue", 1)));
        Put("aws_autoscaling_group", "nodes", [new("target_group_arns", Value.List(ArnOf("blue")))]);

        Snapshot().Ask(new Request("public", 443) { Host = "shop.example.com" }).Served.Should().Be(1);
    }

    [Fact]
    public void Without_a_listener_or_a_load_balancer_nothing_is_served()
    {
        Snapshot().Ask(new Request("public", 80)).Description.Should().Be("nothing listens on port 80");
        Snapshot().Ask(new Request("other", 443)).Description.Should().Be("there is no load balancer 'other'");
    }

    private TrafficSnapshot Snapshot() => TrafficSnapshot.Of(_account, new TargetHealth(_account));

    private void Rule(int priority, IEnumerable<KeyValuePair<string, Value>> condition, Value action) =>
        Put("aws_lb_listener_rule", $"{Listener}/{priority}", [new("listener_arn", Listener), new("priority", priority), .. condition, new("action", action)]);

    private static KeyValuePair<string, Value>[] Condition(string type, string value, params (string Name, string Value)[] more) =>
        [
            new(
                "condition",
                Value.List(
                    Value.Object([
                        new(type, Block([new("values", Value.List(value)), .. more.Select(each => KeyValuePair.Create(each.Name, (Value)each.Value))])),
                    ])
                )
            ),
        ];

    private static Value Forward(params (string Group, int Weight)[] groups) =>
        groups.Length == 1
            ? Block([new("type", "forward"), new("target_group_arn", ArnOf(groups[0].Group))])
            : Block([
                new("type", "forward"),
                new(
                    "forward",
                    Block([new("target_group", Value.List(groups.Select(each => Value.Object([new("arn", ArnOf(each.Group)), new("weight", each.Weight)]))))])
                ),
            ]);

    private void Register(string group)
    {
        var network = Value.List(Value.Object([new("cluster_security_group_id", $"sg-{group}")]));
        Put("aws_eks_cluster", group, [new("name", group), new("endpoint", $"https://{group}"), new("vpc_config", network)]);
        LetIn($"sg-{group}", "sg-public", 30000);
        Put("aws_lb_target_group", ArnOf(group), [new("name", group)]);
        _account.Clusters.Targets.Add(new RegisteredTarget(ArnOf(group), "i-0123456789abcdef0", 30080, group));
    }

    private void LetIn(string group, string from, int port) =>
        Put(
            "aws_vpc_security_group_ingress_rule",
            $"{group}-{from}-{port}",
            [
                new("security_group_id", group),
                new("referenced_security_group_id", from),
                new("ip_protocol", "tcp"),
                new("from_port", port),
                new("to_port", port + 100),
            ]
        );

    private void Put(string type, string id, KeyValuePair<string, Value>[] members) =>
        _account.Put(new RemoteObject(type, string.Empty, (ObjectValue)Value.Object([new("id", id), new("arn", id), .. members])));

    private static Value Block(IEnumerable<KeyValuePair<string, Value>> members) => Value.List(Value.Object(members));

    private static string ArnOf(string group) => $"arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/{group}/0123456789abcdef";
}
