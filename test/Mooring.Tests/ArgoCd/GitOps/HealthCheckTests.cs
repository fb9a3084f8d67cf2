using FluentAssertions;
using KeraLua;
using Mooring.ArgoCd.GitOps;
using Xunit;
using YamlDotNet.Serialization;

namespace Mooring.Tests.ArgoCd.GitOps;

/// <summary>Runs the health check as Argo CD does: the resource is the global <c>obj</c>, a table with a status comes back.</summary>
public class HealthCheckTests
{
    private static string Script
    {
        get
        {
            var patch = GitOpsDirectory.Files(
                new GitOpsDirectoryProps
                {
                    Fleet = "shop",
                    RepoUrl = "https://git.example.com/gitops.git",
                    Path = ".",
                }
            )["argocd-cm-patch.yaml"];
            var configMap = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(patch);
            return (string)((Dictionary<object, object>)configMap["data"])["resource.customizations.health.elbv2.k8s.aws_TargetGroupBinding"];
        }
    }

    [Theory]
    [InlineData("{ metadata = { generation = 1 } }")]
    [InlineData("{ metadata = { generation = 1 }, status = {} }")]
    public void A_binding_that_the_controller_has_not_seen_is_progressing(string binding) =>
        Run(binding).Should().Be(("Progressing", "The controller has not registered the targets yet"));

    [Fact]
    public void A_binding_that_changed_since_is_progressing() =>
        Run("{ metadata = { generation = 3 }, status = { observedGeneration = 2 } }")
            .Should()
            .Be(("Progressing", "The controller has not taken over the last change yet"));

    [Fact]
    public void A_binding_that_the_controller_has_seen_is_healthy() =>
        Run("{ metadata = { generation = 3 }, status = { observedGeneration = 3 } }").Should().Be(("Healthy", "The targets are registered"));

    [Fact]
    public void A_binding_whose_targets_cannot_be_deregistered_is_degraded() =>
        Run(
                """
                {
                  metadata = { generation = 4, deletionTimestamp = "2026-01-01T00:00:00Z" },
                  status = {
                    observedGeneration = 3,
                    conditions = { { type = "Ready", status = "False", reason = "FailedCleanup", message = "AccessDenied", observedGeneration = 4 } },
                  },
                }
                """
            )
            .Should()
            .Be(("Degraded", "AccessDenied"));

    private static (string Status, string Message) Run(string binding)
    {
        using var lua = new Lua();
        // Argo CD leaves a script without these libraries.
        Check(lua, lua.DoString("coroutine, debug, io, math, string, utf8 = nil"));
        Check(lua, lua.DoString($"obj = {binding}"));
        Check(lua, lua.DoString(Script));

        return (Field(lua, "status"), Field(lua, "message"));
    }

    private static string Field(Lua lua, string name)
    {
        lua.GetField(-1, name);
        var value = lua.ToString(-1);
        lua.Pop(1);
        return value;
    }

    private static void Check(Lua lua, bool failed)
    {
        if (failed)
        {
            throw new InvalidOperationException(lua.ToString(-1));
        }
    }
}
