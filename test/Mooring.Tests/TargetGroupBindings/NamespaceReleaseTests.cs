using FluentAssertions;
using Mooring.Errors;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class NamespaceReleaseTests : ConstructTest
{
    private static string Chart => Path.Combine(AppContext.BaseDirectory, "charts", "aws-lb-controller-namespaces");

    [Fact]
    public void Missing_namespaces_are_a_release_of_their_own()
    {
        _ = new NamespaceRelease(Stack, "Namespaces", new NamespaceReleaseProps { Namespaces = ["web", "shop"] });

        VerifySnapshot("TargetGroupBindings/NamespaceRelease.Minimal");
    }

    [Fact]
    public void The_release_has_the_version_of_its_chart() =>
        File.ReadAllLines(Path.Combine(Chart, "Chart.yaml")).Should().Contain($"version: {NamespaceRelease.ChartVersion}");

    [Fact]
    public void Neither_helm_nor_argo_cd_deletes_a_namespace_and_helm_leaves_those_of_others_alone() =>
        File.ReadAllText(Path.Combine(Chart, "templates", "namespaces.yaml"))
            .Should()
            .ContainAll(
                "helm.sh/resource-policy: keep",
                "argocd.argoproj.io/sync-options: Prune=false,Delete=false",
                "argocd.argoproj.io/compare-options: IgnoreExtraneous",
                "lookup \"v1\" \"Namespace\""
            );

    [Fact]
    public void Fails_when_a_namespace_has_a_name_that_kubernetes_refuses()
    {
        var defining = () => new NamespaceRelease(Stack, "Namespaces", new NamespaceReleaseProps { Namespaces = ["Web"] });

        defining.Should().Throw<ConstructException>().WithMessage("stack/Namespaces: 'Namespaces' must be 1 to 63 lower-case letters*");
    }

    [Fact]
    public void Fails_when_there_is_no_namespace()
    {
        var defining = () => new NamespaceRelease(Stack, "Namespaces", new NamespaceReleaseProps { Namespaces = [] });

        defining.Should().Throw<ConstructException>().WithMessage("stack/Namespaces: 'Namespaces' must have at least 1 entry, got 0");
    }
}
