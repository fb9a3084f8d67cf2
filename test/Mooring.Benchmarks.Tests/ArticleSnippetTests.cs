using FluentAssertions;
using Mooring.Benchmarks.Terraform;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>What the article's snippets need.</summary>
public class ArticleSnippetTests
{
    [Fact]
    public void The_controllers_role()
    {
        var snippet = ArticleSnippet.Read("controller-role");

        snippet.Declared.Select(element => element.Address).Should().Equal("data.aws_iam_policy_document.aws_lb_controller", "aws_iam_role.aws_lb_controller");
        snippet.Referred.Select(element => element.Address).Should().Equal("data.aws_caller_identity.current");
    }

    [Fact]
    public void The_registration()
    {
        var snippet = ArticleSnippet.Read("registration");

        snippet.Declared.Select(element => element.Address).Should().Equal("data.aws_lb_target_group.this", "kubernetes_secret.argocd_cluster");
        snippet.Referred.Select(element => element.Address).Should().Equal("data.aws_eks_cluster.this", "aws_iam_role.argocd_access");
    }
}
