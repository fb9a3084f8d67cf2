using Mooring.Identity;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Identity;

public class ServiceRoleTests : ConstructTest
{
    [Fact]
    public void A_role_needs_a_name_a_service_and_policies()
    {
        _ = new ServiceRole(Stack, "Role", new ServiceRoleProps { RoleName = "blue-eks-cluster", ServicePrincipal = "eks.amazonaws.com", ManagedPolicies = ["AmazonEKSClusterPolicy"] });

        VerifySnapshot("Identity/ServiceRole.Minimal");
    }
}
