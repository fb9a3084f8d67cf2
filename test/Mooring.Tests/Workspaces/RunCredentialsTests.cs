using Mooring.TestKit.Constructs;
using Mooring.Workspaces;
using Xunit;

namespace Mooring.Tests.Workspaces;

public class RunCredentialsTests : ConstructTest
{
    [Fact]
    public void Runs_of_a_project_are_told_their_role()
    {
        _ = new RunCredentials(
            Stack,
            "Credentials",
            new RunCredentialsProps
            {
                Organization = "example",
                VariableSetName = "shop-aws",
                RoleArn = "arn:aws:iam::111122223333:role/shop-terraform",
                ProjectId = "prj-0123456789abcdef",
            }
        );

        VerifySnapshot("Workspaces/RunCredentials.Minimal");
    }
}
