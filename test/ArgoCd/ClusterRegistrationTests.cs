using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ClusterRegistrationTests : ConstructTest
{
    private static ClusterRegistrationProps Minimal => new()
    {
        SecretName = "cluster-blue",
        ClusterName = "blue",
        ClusterEndpoint = "https://EXAMPLE.gr7.eu-west-1.eks.amazonaws.com",
        ClusterCertificateAuthorityData = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t",
        AccessRoleArn = "arn:aws:iam::111122223333:role/blue-argocd-access",
        Environment = "production",
        ControllerEnabled = false,
    };

    [Fact]
    public void A_cluster_without_bindings_is_registered_all_the_same()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal);

        VerifySnapshot("ArgoCd/ClusterRegistration.Minimal");
    }

    [Fact]
    public void An_arn_travels_as_the_two_labels_that_it_can_be_glued_together_from()
    {
        _ = new ClusterRegistration(Stack, "Registration", Minimal with { ControllerEnabled = true, TargetGroupArnSuffix = "targetgroup/shop-blue/73e2d6bc24d8a067" });

        var labels = Synthesize().Resource("kubernetes_secret")["metadata"]!["labels"]!;
        labels["aws-lb-controller/enabled"]!.GetValue<string>().Should().Be("true");
        labels["aws-lb-controller/targetgroup-name"]!.GetValue<string>().Should().Be("""${element(split("/", "targetgroup/shop-blue/73e2d6bc24d8a067"), 1)}""");
        labels["aws-lb-controller/targetgroup-id"]!.GetValue<string>().Should().Be("""${element(split("/", "targetgroup/shop-blue/73e2d6bc24d8a067"), 2)}""");
    }

    [Fact]
    public void Fails_when_the_environment_is_no_label_value()
    {
        var define = () => new ClusterRegistration(Stack, "Registration", Minimal with { Environment = "pre production" });

        define.Should().Throw<ArgumentException>().WithMessage(
            "'Environment' must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, got 'pre production'");
    }
}
