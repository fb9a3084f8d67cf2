using Mooring.Identity;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Identity;

public class ControllerRoleTests : ConstructTest
{
    [Fact]
    public void The_controllers_role_needs_a_name_and_a_provider()
    {
        _ = new ControllerRole(Stack, "ControllerRole", new ControllerRoleProps { RoleName = "blue-aws-lb-controller", OidcProvider = new KnownOidcProvider() });

        VerifySnapshot("Identity/ControllerRole.Minimal");
    }
}
