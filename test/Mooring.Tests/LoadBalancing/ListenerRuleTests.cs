using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ListenerRuleTests : ConstructTest
{
    private static ListenerRuleProps Minimal =>
        new()
        {
            Listener = new ListenerReference("arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2"),
            Priority = 10,
            Conditions = new RuleConditions { Hosts = ["shop.example.com"] },
            Action = Forward((KnownTargetGroup.Blue, 1)),
        };

    [Fact]
    public void A_rule_needs_a_priority_a_condition_and_an_action()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal);

        VerifySnapshot("LoadBalancing/ListenerRule.Minimal");
    }

    [Fact]
    public void A_forward_distributes_requests_between_clusters_by_weight()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, 90), (KnownTargetGroup.Green, 10)) });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                $$"""
                {
                  "action": [
                    {
                      "forward": {
                        "target_group": [
                          { "arn": "{{KnownTargetGroup.Blue.TargetGroupArn}}", "weight": 90 },
                          { "arn": "{{KnownTargetGroup.Green.TargetGroupArn}}", "weight": 10 }
                        ]
                      }
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Hosts_and_paths_must_both_match()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Conditions = new RuleConditions { Hosts = ["shop.example.com", "*.shop.example.com"], Paths = ["/api/*"] },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "condition": [
                    { "host_header": { "values": ["shop.example.com", "*.shop.example.com"] } },
                    { "path_pattern": { "values": ["/api/*"] } }
                  ]
                }
                """
            );
    }

    [Fact]
    public void A_request_must_meet_every_kind_of_condition()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Conditions = new RuleConditions
                {
                    Methods = ["GET"],
                    Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-Canary"] = ["always"] },
                    QueryStrings = [new() { Key = "version", Value = "2" }, new() { Value = "beta" }],
                    SourceIps = ["10.0.0.0/8"],
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "condition": [
                    { "http_request_method": { "values": ["GET"] } },
                    { "http_header": { "http_header_name": "X-Canary", "values": ["always"] } },
                    { "query_string": [{ "key": "version", "value": "2" }, { "value": "beta" }] },
                    { "source_ip": { "values": ["10.0.0.0/8"] } }
                  ]
                }
                """
            );
    }

    [Fact]
    public void A_request_can_be_told_by_regular_expressions_and_is_rewritten_for_its_target()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Conditions = new RuleConditions
                {
                    HostRegexes = [@"^(.+)\.tenants\.example\.com$"],
                    PathRegexes = ["^/v[0-9]+/"],
                    HeaderRegexes = new Dictionary<string, IReadOnlyList<string>> { ["X-Tenant"] = ["^[a-z]{3}$"] },
                },
                Transforms = new RuleTransforms
                {
                    HostHeader = new Rewrite { Regex = @"^(.+)\.tenants\.example\.com$", Replace = "$1.internal" },
                    Url = new Rewrite { Regex = "^/v[0-9]+/", Replace = "/" },
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "condition": [
                    { "host_header": { "regex_values": ["^(.+)\\.tenants\\.example\\.com$"] } },
                    { "path_pattern": { "regex_values": ["^/v[0-9]+/"] } },
                    { "http_header": { "http_header_name": "X-Tenant", "regex_values": ["^[a-z]{3}$"] } }
                  ],
                  "transform": [
                    {
                      "type": "host-header-rewrite",
                      "host_header_rewrite_config": { "rewrite": { "regex": "^(.+)\\.tenants\\.example\\.com$", "replace": "$1.internal" } }
                    },
                    { "type": "url-rewrite", "url_rewrite_config": { "rewrite": { "regex": "^/v[0-9]+/", "replace": "/" } } }
                  ],
                  "lifecycle": { "ignore_changes": ["tags"] }
                }
                """
            );
    }

    [Fact]
    public void Transforms_that_are_empty_are_taken_away()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Transforms = new RuleTransforms() });

        Synthesize().Should().HaveResource("aws_lb_listener_rule", """{ "transform": null, "lifecycle": { "ignore_changes": ["tags"] } }""");
    }

    [Theory]
    [InlineData("^/(?=api)", "must be a regular expression without lookarounds, backreferences and atomic groups, which AWS does not support, got '^/(?=api)'")]
    [InlineData("(?<!x)y", "must be a regular expression without lookarounds, backreferences and atomic groups, which AWS does not support, got '(?<!x)y'")]
    [InlineData(@"(a)\1", @"must be a regular expression without lookarounds, backreferences and atomic groups, which AWS does not support, got '(a)\1'")]
    [InlineData("(?>a)b", "must be a regular expression without lookarounds, backreferences and atomic groups, which AWS does not support, got '(?>a)b'")]
    [InlineData("a++", "must be a regular expression, got 'a++': NestedQuantifiersNotParenthesized at character 3")]
    [InlineData("(a", "must be a regular expression, got '(a': InsufficientClosingParentheses at character 2")]
    [InlineData(@"\p{L}", @"must have no class of Unicode such as '\p{L}', which AWS does not support, got '\p{L}'")]
    [InlineData(@"\\p{1}", null)]
    [InlineData(@"^/(v[0-9]+|\d{2,})/(?:img|css)/.*\.(?i:PNG)$", null)]
    public void A_regular_expression_is_one_that_aws_supports(string regex, string? fault)
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Conditions = new RuleConditions { PathRegexes = [regex] } });

        if (fault is null)
        {
            define.Should().NotThrow();
        }
        else
        {
            define.Should().Throw<ConstructException>().WithMessage($"*'PathRegexes' {fault.Replace("*", "\\*", StringComparison.Ordinal)}*");
        }
    }

    [Fact]
    public void A_forward_can_require_a_token()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, 1)) with { JwtValidation = Token } });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [
                    {
                      "order": 1,
                      "type": "jwt-validation",
                      "jwt_validation": {
                        "issuer": "https://login.example.com",
                        "jwks_endpoint": "https://login.example.com/keys",
                        "additional_claim": [{ "name": "scope", "format": "space-separated-values", "values": ["orders.read", "orders.write"] }]
                      }
                    },
                    {
                      "order": 2,
                      "type": "forward",
                      "forward": {
                        "target_group": [
                          { "arn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067", "weight": 1 }
                        ],
                        "stickiness": { "duration": 3600, "enabled": false }
                      }
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Fails_when_a_token_is_outside_its_limits()
    {
        Failing(Token with { JwksEndpoint = "http://login.example.com" }).Should().StartWith("'JwksEndpoint' must be a URL that begins with 'https://'");
        Failing(Token with { Issuer = new string('i', 257) }).Should().StartWith("'Issuer' must have 1 to 256 characters");
        Failing(
                WithClaim(
                    new()
                    {
                        Name = "exp",
                        Format = JwtClaimFormat.SingleString,
                        Values = ["1"],
                    }
                )
            )
            .Should()
            .Be("'Name' must be left out, because it is validated always, got 'exp'");
        Failing(
                WithClaim(
                    new()
                    {
                        Name = "scope",
                        Format = JwtClaimFormat.SpaceSeparatedValues,
                        Values = ["a b"],
                    }
                )
            )
            .Should()
            .Be("'Values' must have no spaces in format 'space-separated-values', got 'a b'");
        Failing(
                Token,
                authentication: new CognitoAuthentication
                {
                    UserPoolArn = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc",
                    UserPoolClientId = "client",
                    UserPoolDomain = "shop",
                }
            )
            .Should()
            .Be("'JwtValidation' must be left out beside 'authenticate': a client is known by one of the two");

        static JwtValidation WithClaim(JwtClaim claim) => Token with { AdditionalClaims = [claim] };

        string Failing(JwtValidation token, Authentication? authentication = null) =>
            FaultOf(scope =>
                _ = new ListenerRule(
                    scope,
                    "Rule",
                    Minimal with
                    {
                        Action = Forward((KnownTargetGroup.Blue, 1)) with { JwtValidation = token, Authentication = authentication },
                    }
                )
            );
    }

    private static JwtValidation Token =>
        new()
        {
            Issuer = "https://login.example.com",
            JwksEndpoint = "https://login.example.com/keys",
            AdditionalClaims =
            [
                new()
                {
                    Name = "scope",
                    Format = JwtClaimFormat.SpaceSeparatedValues,
                    Values = ["orders.read", "orders.write"],
                },
            ],
        };

    [Fact]
    public void A_client_can_stay_with_the_cluster_that_was_chosen_for_it()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Action = Forward((KnownTargetGroup.Blue, 90), (KnownTargetGroup.Green, 10)) with { Stickiness = TimeSpan.FromHours(1) },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [{ "forward": { "stickiness": { "duration": 3600, "enabled": true } } }]
                }
                """
            );
    }

    [Fact]
    public void A_forward_can_require_authentication()
    {
        _ = new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, 1)) with { Authentication = Cognito } });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [
                    {
                      "order": 1,
                      "type": "authenticate-cognito",
                      "authenticate_cognito": {
                        "on_unauthenticated_request": "authenticate",
                        "user_pool_arn": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abcdefghi",
                        "user_pool_client_id": "1example23456789",
                        "user_pool_domain": "shop"
                      }
                    },
                    { "order": 2, "type": "forward" }
                  ]
                }
                """
            );
    }

    [Fact]
    public void An_existing_rule_is_imported()
    {
        const string arn =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee";
        _ = new ListenerRule(Stack, "Rule", Minimal with { AdoptArn = arn });

        Synthesize().Imports.Should().BeEquivalentTo([("aws_lb_listener_rule.Rule", arn)]);
    }

    [Fact]
    public void A_rule_can_redirect_for_now()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Action = new RedirectAction
                {
                    Host = "new.example.com",
                    Path = "/moved",
                    StatusCode = 302,
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [{ "redirect": { "host": "new.example.com", "path": "/moved", "status_code": "HTTP_302" } }]
                }
                """
            );
    }

    [Fact]
    public void A_rule_can_return_a_fixed_response()
    {
        _ = new ListenerRule(
            Stack,
            "Rule",
            Minimal with
            {
                Action = new FixedResponseAction { StatusCode = 503, Body = "Back soon" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener_rule",
                """
                {
                  "action": [
                    {
                      "fixed_response": { "content_type": "text/plain", "message_body": "Back soon", "status_code": "503" }
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Fails_when_there_is_no_condition()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Conditions = new RuleConditions() });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Rule: 'Conditions' must have a condition: hosts, paths, methods, headers, queryStrings or sourceIps");
    }

    [Theory]
    [InlineData(
        "a.example.com,b.example.com,c.example.com,d.example.com,e.example.com,f.example.com",
        "'Conditions' must have at most 5 values in all its conditions together, got 6"
    )]
    [InlineData("*.a.example.com,*.b.example.com,*.*.*.??", "'Conditions' must have at most 5 wildcards in all its conditions together, got 7")]
    [InlineData("shop_example.com", "'Hosts' must be 1 to 128 letters, digits and '-.*?', with a dot in between, got 'shop_example.com'")]
    public void Fails_when_elb_would_refuse_the_hosts(string hosts, string fault)
    {
        FaultOf(scope => _ = new ListenerRule(scope, "Rule", Minimal with { Conditions = new RuleConditions { Hosts = hosts.Split(',') } })).Should().Be(fault);
    }

    [Fact]
    public void Fails_when_a_condition_is_not_what_elb_reads()
    {
        Failing(new RuleConditions { Hosts = ["shop.example.com"], HostRegexes = ["shop"] })
            .Should()
            .Be("'HostRegexes' must be left out beside 'hosts': a rule has one condition of that kind, of patterns or of regular expressions");
        Failing(new RuleConditions { Headers = Header("X-Canary"), HeaderRegexes = Header("x-canary") })
            .Should()
            .Be("'HeaderRegexes' must not have a header that 'headers' has, got 'x-canary'");
        Failing(new RuleConditions { PathRegexes = ["1", "2", "3", "4", "5", "6"] })
            .Should()
            .Be("'Conditions' must have at most 5 values in all its conditions together, got 6");
        Failing(new RuleConditions { Paths = ["api"] }).Should().StartWith("'Paths' must be 1 to 128 characters out of").And.EndWith("got 'api'");
        Failing(new RuleConditions { Methods = ["get"] }).Should().Be("'Methods' must be 1 to 40 capital letters, hyphens and underscores, got 'get'");
        Failing(new RuleConditions { Headers = Header("Host") }).Should().Be("'Headers' must not be 'Host': hosts have a condition of their own");
        Failing(new RuleConditions { Headers = Header("X Canary") })
            .Should()
            .Be("'Headers' must be 1 to 40 letters, digits and '!#$%&'*+-.^_`|~', got 'X Canary'");
        Failing(new RuleConditions { QueryStrings = [new() { Value = new string('v', 129) }] })
            .Should()
            .Be("'QueryStrings' must have 1 to 128 characters, got 129");
        Failing(new RuleConditions { SourceIps = ["10.0.0.1"] })
            .Should()
            .Be("'SourceIps' must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1'");

        string Failing(RuleConditions conditions) => FaultOf(scope => _ = new ListenerRule(scope, "Rule", Minimal with { Conditions = conditions }));

        static Dictionary<string, IReadOnlyList<string>> Header(string name) => new() { [name] = ["always"] };
    }

    [Fact]
    public void Fails_when_all_weights_of_a_forward_are_zero()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, 0), (KnownTargetGroup.Green, 0)) });

        define.Should().Throw<ConstructException>().WithMessage("stack/Rule: 'TargetGroups' must not all have weight 0: no target group would get a request");
    }

    [Fact]
    public void Fails_when_a_redirect_leads_to_itself()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = new RedirectAction() });

        define.Should().Throw<ConstructException>().WithMessage("stack/Rule: 'RedirectAction' must change one of protocol, port, host and path");
    }

    [Fact]
    public void A_renamed_rule_is_moved_from_the_address_it_had()
    {
        var before = new TerraformStack(TestApp.Create(), "stack");
        _ = new ListenerRule(before, "Rule-old", Minimal);
        _ = new ListenerRule(Stack, "Rule-new", Minimal with { RenamedFromId = "Rule-old" });

        Synthesize().Moves.Should().Equal((TerraformJson.Of(before).AddressOf("aws_lb_listener_rule"), Synthesize().AddressOf("aws_lb_listener_rule")));
    }

    [Theory]
    [InlineData("Rule", null)]
    [InlineData("Rule-old", "Rule-old")]
    public void A_rule_of_a_renamed_listener_is_moved_from_the_address_it_had(string former, string? renamedFrom)
    {
        var before = new TerraformStack(TestApp.Create(), "stack");
        _ = new ListenerRule(new Construct(before, "Listener-old"), former, Minimal);
        var listener = new Construct(Stack, "Listener-new");
        _ = new ListenerRule(listener, "Rule", Minimal with { ListenerRenamedFromId = "Listener-old", RenamedFromId = renamedFrom });

        Synthesize().Moves.Should().Equal((TerraformJson.Of(before).AddressOf("aws_lb_listener_rule"), Synthesize().AddressOf("aws_lb_listener_rule")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50001)]
    public void Fails_when_the_priority_is_not_valid(int priority)
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Priority = priority });

        define.Should().Throw<ConstructException>().WithMessage($"stack/Rule: 'Priority' must be between 1 and 50000, got {priority}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Fails_when_a_weight_is_not_valid(int weight)
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = Forward((KnownTargetGroup.Blue, weight)) });

        define.Should().Throw<ConstructException>().WithMessage($"stack/Rule: 'Weight' must be between 0 and 999, got {weight}");
    }

    [Fact]
    public void Fails_when_a_forward_names_more_target_groups_than_elb_allows()
    {
        var define = () => new ListenerRule(Stack, "Rule", Minimal with { Action = Forward([.. Enumerable.Repeat((KnownTargetGroup.Blue, 1), 6)]) });

        define.Should().Throw<ConstructException>().WithMessage("stack/Rule: 'TargetGroups' must have 1 to 5 entries, got 6");
    }

    private static CognitoAuthentication Cognito =>
        new()
        {
            UserPoolArn = "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abcdefghi",
            UserPoolClientId = "1example23456789",
            UserPoolDomain = "shop",
        };

    private static ForwardAction Forward(params (KnownTargetGroup TargetGroup, int Weight)[] targets) =>
        new() { TargetGroups = [.. targets.Select(target => new WeightedTargetGroup { TargetGroup = target.TargetGroup, Weight = target.Weight })] };
}
