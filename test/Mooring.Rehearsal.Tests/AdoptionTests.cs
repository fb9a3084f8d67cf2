using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Fleet;
using Mooring.StandIns.Values;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Rehearsal.Tests;

/// <summary>A fleet adopts a load balancer that other Terraform code created.</summary>
public sealed class AdoptionTests : SmallFleetSession
{
    /// <summary>Another team's handwritten Terraform, with the defaults that AWS adds and the provider reads.</summary>
    private const string Theirs = """
        {
          "terraform": { "required_providers": { "aws": { "source": "hashicorp/aws" } } },
          "provider": { "aws": { "region": "eu-west-1", "default_tags": { "tags": { "environment": "production", "fleet": "shop" } } } },
          "resource": {
            "aws_security_group": { "old": { "name": "old", "vpc_id": "vpc-0a1b2c3d4e5f60718", "description": "old" } },
            "aws_lb": {
              "old": {
                "name": "web-prod", "internal": false, "load_balancer_type": "application", "enable_deletion_protection": true,
                "subnets": ["subnet-0aa11111111111111", "subnet-0bb22222222222222"], "security_groups": ["${aws_security_group.old.id}"],
                "access_logs": { "bucket": "", "enabled": false }, "connection_logs": { "bucket": "", "enabled": false }
              }
            },
            "aws_lb_target_group": {
              "old": {
                "name": "web-prod-targets", "port": 80, "protocol": "HTTP", "target_type": "instance", "vpc_id": "vpc-0a1b2c3d4e5f60718",
                "health_check": {
                  "path": "/", "matcher": "200", "protocol": "HTTP", "port": "traffic-port", "interval": 30, "timeout": 5, "healthy_threshold": 3,
                  "unhealthy_threshold": 3
                },
                "stickiness": { "enabled": false, "type": "lb_cookie" },
                "load_balancing_algorithm_type": "round_robin", "load_balancing_anomaly_mitigation": "off",
                "load_balancing_cross_zone_enabled": "use_load_balancer_configuration"
              }
            },
            "aws_lb_listener": {
              "old": {
                "load_balancer_arn": "${aws_lb.old.arn}", "port": 80, "protocol": "HTTP",
                "default_action": { "type": "forward", "forward": {
                  "target_group": { "arn": "${aws_lb_target_group.old.arn}", "weight": 1 }, "stickiness": { "enabled": false, "duration": 3600 }
                } }
              }
            },
            "aws_lb_listener_rule": {
              "old": {
                "listener_arn": "${aws_lb_listener.old.arn}", "priority": 10,
                "condition": { "path_pattern": { "values": ["/shop/*"] } },
                "action": { "type": "forward", "forward": {
                  "target_group": { "arn": "${aws_lb_target_group.old.arn}", "weight": 1 }, "stickiness": { "enabled": false, "duration": 3600 }
                } }
              }
            }
          }
        }
        """;

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task It_is_imported_with_its_listeners_and_rules_without_changes()
    {
        await DeployTheirsAsync(Theirs);
        var before = Session.Account.Objects;

        var stack = (await Session.SynthesizeAsync(Adopting())).Named(LoadBalancer);
        var plan = await stack.DeployAsync();

        plan.ToImport.Should().Be(4);
        plan.Said().Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
        (await Session.PlanAsync(Adopting(), LoadBalancer)).Said().Should().BeEmpty();
    }

    /// <summary>terraform-aws-modules/terraform-aws-alb#284: no key says these settings, and the provider has a default for each.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task What_no_key_expresses_stays_as_it_is()
    {
        await DeployTheirsAsync(Tuned(Theirs));
        var before = Session.Account.Objects;

        var plan = await (await Session.SynthesizeAsync(Adopting())).Named(LoadBalancer).DeployAsync();

        plan.ToImport.Should().Be(4);
        plan.Said().Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
        Session.Account.Of("aws_lb").Single().Value["enable_xff_client_port"].Should().Be((Value)true);
        Session.Account.Of("aws_lb_listener").Single().Value.At("tags", "owner").Text.Should().Be("web");
    }

    /// <summary>A listener and a rule have no name that would be taken from <c>adopt</c>: once they are imported, they need none.</summary>
    [TheoryWhereInstalled(InstalledPrograms.Terraform)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_imported_a_listener_and_its_rules_need_no_adopt_also_when_they_are_renamed(bool areRenamed)
    {
        await DeployTheirsAsync(Tuned(Theirs));
        await Session.DeployAsync(Adopting(), LoadBalancer);
        var before = Session.Account.Objects;
        (string Old, string New)[] replacements =
        [
            ($"        adopt: {Arn("aws_lb_listener")}\n", string.Empty),
            ($", adopt: '{Arn("aws_lb_listener_rule")}'", string.Empty),
            .. areRenamed
                ? [("      http:\n", "      web:\n        renamed: http\n"), ("name: shop,", "name: store, renamed: shop,")]
                : Array.Empty<(string, string)>(),
        ];

        var stack = (await Session.SynthesizeAsync(Adopting(replacements))).Named(LoadBalancer);
        var rehearsal = await FleetRehearsal.ApplyAsync(stack);

        rehearsal.Plan.ToDo.Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
        Session.Account.Of("aws_lb_listener_rule").Single().Value.At("tags", "owner").Text.Should().Be("web");
    }

    /// <summary>The rename and the import in one change: Terraform moves first, and finds the address in its state.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task With_adopt_they_are_renamed_like_all_others()
    {
        await DeployTheirsAsync(Tuned(Theirs));
        await Session.DeployAsync(Adopting(), LoadBalancer);
        var before = Session.Account.Objects;

        var renamed = Adopting(("      http:\n", "      web:\n        renamed: http\n"), ("name: shop,", "name: store, renamed: shop,"));
        var rehearsal = await FleetRehearsal.ApplyAsync((await Session.SynthesizeAsync(renamed)).Named(LoadBalancer));

        rehearsal.Plan.ToDo.Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
    }

    /// <summary>Its name in AWS is the one that the fleet gives it, too.</summary>
    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Once_imported_a_load_balancer_of_the_fleets_name_needs_no_adopt()
    {
        await DeployTheirsAsync(Tuned(Theirs).Replace("web-prod\"", "shop-public\"", StringComparison.Ordinal));
        await Session.DeployAsync(Adopting(), LoadBalancer);
        var before = Session.Account.Objects;

        var without = Adopting(
            ($"    adopt: {Arn("aws_lb")}\n", string.Empty),
            ($"        adopt: {Arn("aws_lb_listener")}\n", string.Empty),
            ($", adopt: '{Arn("aws_lb_listener_rule")}'", string.Empty)
        );
        var rehearsal = await FleetRehearsal.ApplyAsync((await Session.SynthesizeAsync(without)).Named(LoadBalancer));

        rehearsal.Plan.ToDo.Should().BeEmpty();
        Session.Account.Objects.Should().BeEquivalentTo(before);
        Session.Account.Of("aws_lb").Single().Value["enable_xff_client_port"].Should().Be((Value)true);
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task The_report_lists_what_the_fleet_file_leaves_at_its_default()
    {
        await DeployTheirsAsync(Theirs);

        var stack = await FleetRehearsal.ApplyAsync(
            (await Session.SynthesizeAsync(Adopting(("    scheme: internet-facing\n", "    scheme: internet-facing\n    idleTimeout: 120\n")))).Named(
                LoadBalancer
            )
        );

        var settings = stack.AdoptedDefaults["aws_lb.LoadBalancer"];
        settings.Should().Contain(["drop_invalid_header_fields false", "enable_http2 true", "ip_address_type ipv4"]);
        settings.Should().NotContain(setting => setting.StartsWith("idle_timeout", StringComparison.Ordinal), "the file says it");
        settings.Should().NotContain(setting => setting.StartsWith("xff_header_processing_mode", StringComparison.Ordinal), "no key says it, so it stays");
        stack.AdoptedDefaults.Keys.Should().Contain(address => address.StartsWith("aws_lb_target_group.", StringComparison.Ordinal));
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_setting_that_a_key_says_is_a_change_in_the_plan()
    {
        await DeployTheirsAsync(Theirs.Replace("\"name\": \"web-prod\", ", "\"idle_timeout\": 120, \"name\": \"web-prod\", ", StringComparison.Ordinal));

        var plan = (await Session.PlanAsync(Adopting(), LoadBalancer))[LoadBalancer];

        plan.Changes.Single().ChangedAttributes.Should().Equal("idle_timeout");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task Differences_to_the_existing_load_balancer_are_in_the_plan()
    {
        await DeployTheirsAsync(Theirs.Replace("\"environment\": \"production\", ", string.Empty, StringComparison.Ordinal));

        var plans = await Session.PlanAsync(Adopting(), LoadBalancer);

        plans[LoadBalancer].ToImport.Should().Be(4);
        plans[LoadBalancer].Changes.Should().HaveCount(4).And.OnlyContain(change => change.ChangedAttributes.Single() == "tags_all");
    }

    [FactWhereInstalled(InstalledPrograms.Terraform)]
    public async Task A_missing_resource_cannot_be_imported()
    {
        await DeployTheirsAsync(Theirs);
        var stack = (await Session.SynthesizeAsync(Adopting())).Named(LoadBalancer);
        Session.Account.Remove(each => each.Type == "aws_lb_listener_rule");
        await stack.InitAsync();

        var plan = stack.PlanAsync;

        (await plan.Should().ThrowAsync<Mooring.Rehearsal.Terraform.TerraformException>())
            .Which.Message.Should()
            .Contain("Cannot import non-existent remote object");
    }

    /// <summary>Another team's Terraform, with settings that no key of the fleet file says.</summary>
    private static string Tuned(string configuration)
    {
        const string Settings =
            "\"enable_xff_client_port\": true, \"preserve_host_header\": true, \"client_keep_alive\": 7200, \"enable_waf_fail_open\": true, "
            + "\"xff_header_processing_mode\": \"preserve\", \"minimum_load_balancer_capacity\": { \"capacity_units\": 100 }, ";
        const string Tags = "\"tags\": { \"owner\": \"web\" }, ";
        return configuration
            .Replace("\"name\": \"web-prod\", ", $"{Settings}\"name\": \"web-prod\", ", StringComparison.Ordinal)
            .Replace("\"load_balancer_arn\": ", $"{Tags}\"load_balancer_arn\": ", StringComparison.Ordinal)
            .Replace("\"listener_arn\": ", $"{Tags}\"listener_arn\": ", StringComparison.Ordinal);
    }

    private string Arn(string type) => Session.Account.Of(type).Single().Id;

    /// <summary>Applies another team's Terraform, whose state is not the fleet's.</summary>
    private async Task DeployTheirsAsync(string configuration)
    {
        var stack = (await Session.SynthesizeAsync(Fleet())).Named(LoadBalancer);
        await File.WriteAllTextAsync(stack.File, JsonNode.Parse(configuration)!.ToJsonString());
        await stack.DeployAsync();
        File.Delete(Path.Combine(stack.Directory, "..", "..", "..", $"terraform.{LoadBalancer}.tfstate"));
    }

    /// <summary>The fleet that adopts it.</summary>
    /// <param name="more">Further texts to replace.</param>
    private FleetSpec Adopting(params (string Old, string New)[] more)
    {
        var group = Session.Account.Of("aws_security_group").Single(each => each.Value["name"].Text == "old").Id;
        return Fleet([
            (
                "    ingressCidrs: [0.0.0.0/0]\n",
                $"""
                    adopt: {Arn("aws_lb")}
                    scheme: internet-facing
                    securityGroups: [{group}]
                    targetGroups:
                      web: {"{"} adopt: {Arn("aws_lb_target_group")} {"}"}

                """
            ),
            (
                "        port: 80\n        protocol: HTTP\n",
                $"        adopt: {Arn("aws_lb_listener")}\n        port: 80\n        protocol: HTTP\n        rules:\n"
                    + $"          - {{ name: shop, adopt: '{Arn("aws_lb_listener_rule")}', paths: [/shop/*], "
                    + "forward: { targetGroups: [{ targetGroup: web }] } }\n"
            ),
            (ForwardToBlue, "              - targetGroup: web\n"),
            ("      - loadBalancer: public\n", "      - loadBalancer: public\n        targetGroupRef: web\n"),
            .. more,
        ]);
    }
}
