using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ListenerTests : ConstructTest
{
    private const string Certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    private static ListenerProps Minimal =>
        new()
        {
            LoadBalancer = new KnownLoadBalancer("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188"),
            Port = 80,
            Protocol = ListenerProtocol.Http,
            DefaultAction = new FixedResponseAction { StatusCode = 404 },
        };

    [Fact]
    public void A_listener_needs_a_port_a_protocol_and_a_default_action()
    {
        _ = new Listener(Stack, "Listener", Minimal);

        VerifySnapshot("LoadBalancing/Listener.Minimal");
    }

    [Fact]
    public void A_renamed_listener_is_moved_with_its_certificates_from_the_addresses_they_had()
    {
        var https = Minimal with { Port = 443, Protocol = ListenerProtocol.Https, CertificateArn = Certificate, AdditionalCertificateArns = [Certificate] };
        var before = new TerraformStack(TestApp.Create(), "stack");
        _ = new Listener(before, "Listener-old", https);
        _ = new Listener(Stack, "Listener-new", https with { RenamedFromId = "Listener-old" });

        var old = TerraformJson.Of(before);
        string[] types = ["aws_lb_listener", "aws_lb_listener_certificate"];
        Synthesize().Moves.Should().BeEquivalentTo(types.Select(type => (old.AddressOf(type), Synthesize().AddressOf(type))));
    }

    [Fact]
    public void Https_has_a_certificate_and_the_tls_policy_that_aws_recommends()
    {
        _ = new Listener(Stack, "Listener", Minimal with { Port = 443, Protocol = ListenerProtocol.Https, CertificateArn = Certificate });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                $$"""
                {
                  "certificate_arn": "{{Certificate}}",
                  "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"
                }
                """
            );
    }

    [Fact]
    public void Http_can_send_every_client_to_https()
    {
        _ = new Listener(
            Stack,
            "Listener",
            Minimal with
            {
                DefaultAction = new RedirectAction { Protocol = ListenerProtocol.Https, Port = 443 },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                """
                {
                  "default_action": [{ "type": "redirect", "redirect": { "port": "443", "protocol": "HTTPS", "status_code": "HTTP_301" } }]
                }
                """
            );
    }

    [Fact]
    public void By_default_it_can_forward()
    {
        _ = new Listener(
            Stack,
            "Listener",
            Minimal with
            {
                DefaultAction = new ForwardAction { TargetGroups = [new() { TargetGroup = KnownTargetGroup.Blue }] },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                $$"""
                {
                  "default_action": [
                    { "type": "forward", "forward": { "target_group": [{ "arn": "{{KnownTargetGroup.Blue.TargetGroupArn}}", "weight": 1 }] } }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Fails_when_https_has_no_certificate()
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { Protocol = ListenerProtocol.Https });

        define.Should().Throw<ConstructException>().WithMessage("stack/Listener: 'CertificateArn' is required for protocol HTTPS");
    }

    [Fact]
    public void Fails_when_http_has_a_certificate()
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { CertificateArn = Certificate });

        define.Should().Throw<ConstructException>().WithMessage($"stack/Listener: 'CertificateArn' must be left out for protocol HTTP, got '{Certificate}'");
    }

    [Theory]
    [InlineData(199)]
    [InlineData(302)]
    [InlineData(600)]
    public void Fails_when_a_fixed_response_has_a_redirection_status(int status)
    {
        var define = () => new Listener(Stack, "Listener", Minimal with { DefaultAction = new FixedResponseAction { StatusCode = status } });

        define.Should().Throw<ConstructException>().WithMessage($"stack/Listener: 'StatusCode' must be a status of 2xx, 4xx or 5xx, got {status}");
    }

    [Fact]
    public void Fails_when_a_fixed_response_is_longer_than_elb_allows()
    {
        var define = () =>
            new Listener(
                Stack,
                "Listener",
                Minimal with
                {
                    DefaultAction = new FixedResponseAction { StatusCode = 404, Body = new string('a', 1025) },
                }
            );

        define.Should().Throw<ConstructException>().WithMessage("stack/Listener: 'Body' must have at most 1024 characters, got 1025");
    }

    [Fact]
    public void Each_host_name_can_have_its_own_certificate()
    {
        const string other = "arn:aws:acm:eu-west-1:111122223333:certificate/66666666-7777-8888-9999-000000000000";
        _ = new Listener(Stack, "Listener", Https with { AdditionalCertificateArns = [other] });

        var certificate = Synthesize().Resource("aws_lb_listener_certificate", "Listener_Certificate-66666666-7777-8888-9999-000000000000");
        certificate.ToJsonString().Should().Be($$"""{"certificate_arn":"{{other}}","listener_arn":"${aws_lb_listener.Listener.arn}"}""");
    }

    [Fact]
    public void Clients_can_be_required_to_have_a_certificate()
    {
        const string trustStore = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/partners/73e2d6bc24d8a067";
        _ = new Listener(
            Stack,
            "Listener",
            Https with
            {
                TlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06",
                MutualTls = new MutualTls
                {
                    Mode = MutualTlsMode.Verify,
                    TrustStoreArn = trustStore,
                    IgnoreClientCertificateExpiry = true,
                    AdvertiseTrustStoreCaNames = true,
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                $$"""
                {
                  "ssl_policy": "ELBSecurityPolicy-TLS13-1-3-2021-06",
                  "mutual_authentication": {
                    "advertise_trust_store_ca_names": "on",
                    "ignore_client_certificate_expiry": true,
                    "mode": "verify",
                    "trust_store_arn": "{{trustStore}}"
                  }
                }
                """
            );
    }

    [Fact]
    public void The_default_forward_can_require_authentication_with_openid_connect()
    {
        _ = new Listener(
            Stack,
            "Listener",
            Https with
            {
                DefaultAction = new ForwardAction
                {
                    TargetGroups = [new() { TargetGroup = KnownTargetGroup.Blue }],
                    Stickiness = TimeSpan.FromMinutes(5),
                    Authentication = Oidc with
                    {
                        OnUnauthenticatedRequest = UnauthenticatedRequest.Deny,
                        Scope = "openid email",
                        SessionCookieName = "shop",
                        SessionTimeout = TimeSpan.FromHours(8),
                        RequestParameters = new Dictionary<string, string> { ["display"] = "page" },
                    },
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                """
                {
                  "default_action": [
                    {
                      "type": "authenticate-oidc",
                      "authenticate_oidc": {
                        "authentication_request_extra_params": { "display": "page" },
                        "authorization_endpoint": "https://login.example.com/authorize",
                        "client_id": "shop",
                        "client_secret": "${data.aws_secretsmanager_secret_version.oidc.secret_string}",
                        "issuer": "https://login.example.com",
                        "on_unauthenticated_request": "deny",
                        "scope": "openid email",
                        "session_cookie_name": "shop",
                        "session_timeout": 28800,
                        "token_endpoint": "https://login.example.com/token",
                        "user_info_endpoint": "https://login.example.com/userinfo"
                      }
                    },
                    { "type": "forward", "forward": { "stickiness": { "duration": 300 } } }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Headers_are_renamed_added_and_left_out()
    {
        _ = new Listener(
            Stack,
            "Listener",
            Https with
            {
                Headers = new ListenerHeaders
                {
                    Request = new Dictionary<string, string> { ["X-Amzn-Tls-Version"] = "X-Tls" },
                    Response = new Dictionary<string, string> { ["Strict-Transport-Security"] = "max-age=31536000", ["X-Frame-Options"] = "DENY" },
                    Server = false,
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                """
                {
                  "routing_http_request_x_amzn_tls_version_header_name": "X-Tls",
                  "routing_http_request_x_amzn_mtls_clientcert_header_name": "X-Amzn-Mtls-Clientcert",
                  "routing_http_response_strict_transport_security_header_value": "max-age=31536000",
                  "routing_http_response_x_frame_options_header_value": "DENY",
                  "routing_http_response_access_control_max_age_header_value": null,
                  "routing_http_response_server_enabled": false
                }
                """
            );
    }

    [Fact]
    public void Headers_about_tls_are_of_https_only()
    {
        _ = new Listener(Stack, "Listener", Minimal with { Headers = new ListenerHeaders() });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_listener",
                """{ "routing_http_request_x_amzn_tls_version_header_name": null, "routing_http_response_server_enabled": true }"""
            );
    }

    [Fact]
    public void Fails_when_a_header_is_none_that_elb_adds()
    {
        Failing(Minimal with { Headers = Request("X-Amzn-Tls-Version", "X-Tls") }).Should().Be("'Request' must be left out for protocol HTTP: it needs TLS");
        Failing(Https with { Headers = Request("X-Tls", "X-Other") }).Should().StartWith("'Request' must be ");
        Failing(Https with { Headers = Request("X-Amzn-Tls-Version", "X Tls") })
            .Should()
            .Be("'Request' must be 1 to 40 letters, digits, '-' and '_', a letter or digit first, got 'X Tls'");
        Failing(Https with { Headers = Request("X-Amzn-Tls-Version", "x-amzn-tls-cipher-suite") })
            .Should()
            .Be("'Request' must give each header a name of its own, got 'X-Amzn-Tls-Cipher-Suite' twice");
        Failing(Https with { Headers = Response("X-Powered-By", "us") }).Should().StartWith("'Response' must be ");
        Failing(Https with { Headers = Response("X-Content-Type-Options", "sniff") }).Should().Be("'Response' must be one of 'nosniff', got 'sniff'");
        Failing(Https with { Headers = Response("Access-Control-Max-Age", "-1") }).Should().Be("'Response' must be a whole number of seconds, got '-1'");
        Failing(Https with { Headers = Response("X-Frame-Options", "NONE") })
            .Should()
            .Be("'Response' must be 'DENY', 'SAMEORIGIN' or 'ALLOW-FROM https://…', got 'NONE'");

        static ListenerHeaders Request(string header, string name) => new() { Request = new Dictionary<string, string> { [header] = name } };

        static ListenerHeaders Response(string header, string value) => new() { Response = new Dictionary<string, string> { [header] = value } };

        string Failing(ListenerProps props) => FaultOf(scope => _ = new Listener(scope, "Listener", props));
    }

    [Fact]
    public void An_existing_listener_is_imported()
    {
        const string arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2";
        _ = new Listener(Stack, "Listener", Minimal with { AdoptArn = arn });

        Synthesize().Imports.Should().BeEquivalentTo([("aws_lb_listener.Listener", arn)]);
    }

    [Fact]
    public void Fails_when_properties_contradict_each_other()
    {
        var forward = new ForwardAction { TargetGroups = [new() { TargetGroup = KnownTargetGroup.Blue }], Authentication = Oidc };

        Failing(Minimal with { TlsPolicy = "ELBSecurityPolicy-2016-08" }).Should().Be("'TlsPolicy' must be left out for protocol HTTP: it needs TLS");
        Failing(Minimal with { AdditionalCertificateArns = [Certificate] })
            .Should()
            .Be("'AdditionalCertificateArns' must be left out for protocol HTTP: it needs TLS");
        Failing(Minimal with { DefaultAction = forward })
            .Should()
            .Be("'Authentication' must be left out for protocol HTTP: AWS authenticates on HTTPS listeners only");
        Failing(Https with { DefaultAction = forward with { Authentication = Oidc with { Issuer = "login.example.com" } } })
            .Should()
            .Be("'Issuer' must be a URL that begins with 'https://', without spaces, got 'login.example.com'");
        Failing(Https with { DefaultAction = forward with { Stickiness = TimeSpan.FromDays(8) } })
            .Should()
            .Be("'Stickiness' must be between 1 and 604800 seconds, got 691200");
        Failing(Https with { DefaultAction = new RedirectAction { Protocol = ListenerProtocol.Http } })
            .Should()
            .Be("'Protocol' must not be HTTP in a listener of protocol HTTPS: AWS redirects to HTTPS only");
        Failing(Https with { DefaultAction = new RedirectAction { Path = "moved" } }).Should().Be("'Path' must begin with '/', got 'moved'");
        Failing(Https with { MutualTls = new MutualTls { Mode = MutualTlsMode.Verify } }).Should().Be("'TrustStoreArn' is required for mode 'verify'");
        Failing(
                Https with
                {
                    MutualTls = new MutualTls { Mode = MutualTlsMode.Passthrough, IgnoreClientCertificateExpiry = true },
                }
            )
            .Should()
            .Be("'IgnoreClientCertificateExpiry' must be left out for mode 'passthrough', which verifies nothing");
        Failing(
                Minimal with
                {
                    DefaultAction = new FixedResponseAction { StatusCode = 404, ContentType = "text/xml" },
                }
            )
            .Should()
            .Be("'ContentType' must be one of 'text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json', got 'text/xml'");

        string Failing(ListenerProps props) => FaultOf(scope => _ = new Listener(scope, "Listener", props));
    }

    private static ListenerProps Https => Minimal with { Port = 443, Protocol = ListenerProtocol.Https, CertificateArn = Certificate };

    private static OidcAuthentication Oidc =>
        new()
        {
            Issuer = "https://login.example.com",
            AuthorizationEndpoint = "https://login.example.com/authorize",
            TokenEndpoint = "https://login.example.com/token",
            UserInfoEndpoint = "https://login.example.com/userinfo",
            ClientId = "shop",
            ClientSecret = "${data.aws_secretsmanager_secret_version.oidc.secret_string}",
        };
}
