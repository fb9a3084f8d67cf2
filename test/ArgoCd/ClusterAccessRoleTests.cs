using Mooring.ArgoCd;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ClusterAccessRoleTests : ConstructTest
{
    [Fact]
    public void Argo_cd_becomes_an_administrator_of_the_cluster()
    {
        _ = new ClusterAccessRole(Stack, "Access", new ClusterAccessRoleProps
        {
            RoleName = "blue-argocd-access",
            ClusterName = "blue",
            ArgoCdRoleArn = "arn:aws:iam::111122223333:role/root-argocd",
        });

        VerifySnapshot("ArgoCd/ClusterAccessRole.Minimal");
    }
}
