using FluentAssertions;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Iam;

public class ServiceRoleTests : ConstructTest
{
    private static ServiceRoleProps Minimal =>
        new()
        {
            RoleName = "blue-eks-cluster",
            ServicePrincipal = "eks.amazonaws.com",
            ManagedPolicies = ["AmazonEKSClusterPolicy"],
        };

    [Fact]
    public void A_role_needs_a_name_a_service_and_policies()
    {
        _ = new ServiceRole(Stack, "Role", Minimal);

        VerifySnapshot("Identity/ServiceRole.Minimal");
    }

    [Fact]
    public void A_role_has_the_path_the_boundary_and_the_session_duration_of_the_organization()
    {
        _ = new ServiceRole(
            Stack,
            "Role",
            Minimal with
            {
                Settings = new RoleSettings
                {
                    Path = "/platform/eks/",
                    PermissionsBoundaryArn = "arn:aws:iam::111122223333:policy/workload",
                    MaxSessionDuration = TimeSpan.FromHours(12),
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_iam_role",
                """
                {
                  "path": "/platform/eks/",
                  "permissions_boundary": "arn:aws:iam::111122223333:policy/workload",
                  "max_session_duration": 43200
                }
                """
            );
    }

    [Fact]
    public void Fails_when_the_path_is_not_valid() =>
        Define(new RoleSettings { Path = "platform" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Role: 'Path' must begin and end with '/' and have at most 512 characters, got 'platform'");

    [Fact]
    public void Fails_when_the_boundary_is_no_policy() =>
        Define(new RoleSettings { PermissionsBoundaryArn = "workload" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Role: 'PermissionsBoundaryArn' must be the ARN of an IAM policy, 'arn:<partition>:iam::<account>:policy/<name>', got 'workload'"
            );

    [Fact]
    public void Fails_when_a_session_is_longer_than_iam_allows() =>
        Define(new RoleSettings { MaxSessionDuration = TimeSpan.FromHours(13) })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Role: 'MaxSessionDuration' must be between 3600 and 43200 seconds, got 46800");

    private Func<ServiceRole> Define(RoleSettings settings) => () => new ServiceRole(Stack, "Role", Minimal with { Settings = settings });
}
