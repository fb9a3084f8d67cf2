using FluentAssertions;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>Providers that assume a role are in another account, and in each account and region there are other resources.</summary>
public sealed class AssumedRoleTests
{
    private const string Terraform = "arn:aws:iam::222233334444:role/terraform";

    private readonly PretendedAccount _account = new("111122223333") { Region = "eu-west-1" };

    public AssumedRoleTests() => _account.AssumableRoles.Add(Terraform);

    [Fact]
    public void A_role_that_does_not_let_terraform_in_is_refused()
    {
        var configure = () => In("eu-west-1", "arn:aws:iam::222233334444:role/somebody-elses");

        configure
            .Should()
            .Throw<RemoteException>()
            .WithMessage("Cannot assume IAM Role: *AccessDenied: *not authorized to perform: sts:AssumeRole on resource: *role/somebody-elses");
    }

    [Fact]
    public void The_account_is_that_of_the_role()
    {
        In("eu-west-1", Terraform).CreateTargetGroup("shop")["arn"].Text.Should().StartWith("arn:aws:elasticloadbalancing:eu-west-1:222233334444:");
        var configure = () =>
            new PretendedAws(
                _account,
                $$"""{ "region": "eu-west-1", "allowed_account_ids": ["111122223333"], "assume_role": [{ "role_arn": "{{Terraform}}" }] }"""
            );

        configure.Should().Throw<RemoteException>().WithMessage("AWS account ID not allowed: 222233334444");
    }

    [Fact]
    public void Accounts_and_regions_have_target_groups_of_one_name()
    {
        string?[] arns =
        [
            In("eu-west-1").CreateTargetGroup("shop")["arn"].Text,
            In("us-east-1").CreateTargetGroup("shop")["arn"].Text,
            In("eu-west-1", Terraform).CreateTargetGroup("shop")["arn"].Text,
        ];

        arns.Should().OnlyHaveUniqueItems();
        var again = () => In("us-east-1").CreateTargetGroup("shop");
        again.Should().Throw<RemoteException>().WithMessage("ELBv2 Target Group (shop) already exists");
    }

    [Fact]
    public void What_is_in_one_place_is_not_found_in_another()
    {
        In("eu-west-1").CreateTargetGroup("shop");

        Find(In("eu-west-1")).Should().NotThrow();
        Find(In("us-east-1")).Should().Throw<RemoteException>().WithMessage("*couldn't find resource: 'shop'");
        Find(In("eu-west-1", Terraform)).Should().Throw<RemoteException>();
    }

    [Fact]
    public void Roles_of_an_account_are_the_same_in_all_its_regions()
    {
        const string role = """{ "name": "blue-argocd-access", "assume_role_policy": "{}" }""";
        In("eu-west-1").Create("aws_iam_role", role);

        var again = () => In("us-east-1").Create("aws_iam_role", role);
        again.Should().Throw<RemoteException>().WithMessage("EntityAlreadyExists: Role with name blue-argocd-access already exists.");
        var elsewhere = () => In("us-east-1", Terraform).Create("aws_iam_role", role);
        elsewhere.Should().NotThrow();
    }

    [Theory]
    [InlineData("", "Unauthorized: cluster blue has no access entry for an identity of account 111122223333")]
    [InlineData(
        ", \"--role-arn\", \"arn:aws:iam::222233334444:role/other\"",
        "exec: executable aws failed with exit code 254: AccessDenied: User: arn:aws:sts::111122223333:assumed-role/terraform/* "
            + "is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/other"
    )]
    [InlineData(", \"--role-arn\", \"arn:aws:iam::222233334444:role/terraform\"", null)]
    public void A_cluster_lets_in_who_is_of_its_account(string role, string? error)
    {
        var aws = In("eu-west-1", Terraform);
        var cluster = aws.CreateCluster("blue");
        var authority = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(cluster.At("certificate_authority", "data").Text!));
        var connection = Value.Object([
            new("host", cluster["endpoint"]),
            new("cluster_ca_certificate", authority),
            new("exec", Value.List(TerraformValue.Parse($$"""{ "args": ["eks", "get-token", "--cluster-name", "blue"{{role}}] }"""))),
        ]);

        var connect = () => new ClusterContext(_account, connection).Scope;

        if (error is null)
        {
            connect().Should().Be(cluster["endpoint"].Text);
        }
        else
        {
            connect.Should().Throw<RemoteException>().WithMessage(error);
        }
    }

    private static Action Find(PretendedAws aws) =>
        () => aws.Remote.ReadDataSource("aws_lb_target_group", (ObjectValue)TerraformValue.Parse("""{ "name": "shop" }"""));

    private PretendedAws In(string region, string? role = null) =>
        new(_account, role is null ? $$"""{ "region": "{{region}}" }""" : $$"""{ "region": "{{region}}", "assume_role": [{ "role_arn": "{{role}}" }] }""");
}
