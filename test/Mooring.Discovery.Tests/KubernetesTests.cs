using FluentAssertions;
using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Discovery.Tests;

/// <summary><c>discover --context</c>, with a recorded <c>kubectl</c> beside the recorded <c>aws</c>.</summary>
public sealed class KubernetesTests : ProgramTest
{
    private const string BlueServer = "https://FjK2nDVhdK0gJsbpCMBr.WhN.eu-west-1.eks.amazonaws.com";

    private readonly RecordedAccount _account;

    public KubernetesTests()
    {
        _account = new RecordedAccount(Path.Combine(Folder, "programs"));
        // The emulator gives every cluster the same API server.
        _account.Change("eks describe-cluster --name green", "FjK2", "Green");
    }

    private string Text => File.ReadAllText(Path.Combine(Folder, "fleet.yaml"));

    private FleetSpec Fleet => FleetFile.Parse(Text);

    private string WebTargetGroup => new RecordedAccount(Folder).ArnOf("targetgroup/www-web/");

    [Fact]
    public void A_TargetGroupBinding_says_which_Service_a_binding_of_the_file_would_have()
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs")) { Server = BlueServer, Bindings = BindingOf(WebTargetGroup) };

        Discover(clusters).ExitCode.Should().Be(0);

        OneLine(Text)
            .Should()
            .Contain(
                "TargetGroupBinding shop/web: Service storefront, port 8080, serves target group www-web of www-alb. To bind the Service by this file, beside "
                    + "it and with a target group of its own: bindings: [{ loadBalancer: www-alb, service: { namespace: shop, name: storefront, port: 8080 } }]"
            );
        Fleet.Clusters["blue"].Bindings.Should().BeEmpty("the controller refuses a second TargetGroupBinding of a target group");
    }

    [Fact]
    public void The_controller_that_is_there_is_declared_with_its_version()
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs"))
        {
            Server = $"{BlueServer}/",
            ControllerImage = "public.ecr.aws/eks/aws-load-balancer-controller:v2.13.4",
        };

        Discover(clusters).ExitCode.Should().Be(0);

        Fleet.Clusters["blue"].Controller.Should().BeEquivalentTo(new { Install = false, Version = "2.13.4" });
        Fleet.Clusters["green"].Controller.Should().Be(new ClusterControllerSpec());
    }

    [Theory]
    [InlineData(
        "registry.example.com/aws-load-balancer-controller:v9.9.9",
        "version 9.9.9 of the controller of cluster blue, which stays as it is: a fleet file"
    )]
    [InlineData("registry.example.com/alb@sha256:0a1b", "the version of the controller of cluster blue, which its image does not tell: write it as 'version'")]
    public void A_controller_whose_version_the_file_cannot_say_is_not_installed_again(string image, string note)
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs")) { Server = BlueServer, ControllerImage = image };

        var run = Discover(clusters);

        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain($"note: not in the file: {note}");
        Fleet.Clusters["blue"].Controller.Should().Be(new ClusterControllerSpec { Install = false });
        OneLine(Text).Should().Contain("not known whether a controller is there", Exactly.Once(), "only cluster green was not asked");
    }

    [Fact]
    public void The_registration_with_Argo_CD_is_said_without_a_credential()
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs"))
        {
            Server = "https://hub.example.com",
            Secrets =
                "argocd\tcluster-blue\thttps%3A%2F%2FFjK2nDVhdK0gJsbpCMBr.WhN.eu-west-1.eks.amazonaws.com\tlabel argocd.argoproj.io%2Fsecret-type cluster"
                + "\tlabel stage prod+1\tannotation example.com%2Fteam web\n",
        };

        Discover(clusters).ExitCode.Should().Be(0);

        OneLine(Text)
            .Should()
            .Contain(
                "registered with the Argo CD of context hub as Secret argocd/cluster-blue, labels stage=prod 1, annotations example.com/team. Where this file "
                    + "has 'argoCd', write 'registration: { create: false }' here"
            );
        var question = clusters.Calls.Single(call => call.StartsWith("get secrets", StringComparison.Ordinal));
        question.Should().Contain("--output go-template=").And.NotContain(".config").And.NotContain("json");
    }

    [Theory]
    [InlineData("https://hub.example.com", "arn:aws:eks:eu-west-1:123456789012:cluster/blue")]
    [InlineData(BlueServer, "https://kubernetes.default.svc")]
    public void A_registration_by_ARN_or_of_its_own_cluster_is_said_too(string context, string server)
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs")) { Server = context, Secrets = $"argocd\tblue\t{Uri.EscapeDataString(server)}\n" };

        var run = Discover(clusters);

        run.Error.Should().NotContain("no cluster of this file has its API server");
        OneLine(Text).Should().Contain("registered with the Argo CD of context hub as Secret argocd/blue", Exactly.Once());
    }

    [Fact]
    public void TargetGroupBindings_of_a_cluster_that_is_not_in_the_file_are_a_note()
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs"))
        {
            Server = "https://other.example.com",
            Bindings = BindingOf("arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/1"),
        };

        Discover(clusters).Error.Should().Contain("what context hub has: no cluster of this file has its API server, https://other.example.com");
    }

    [Fact]
    public void A_context_that_is_not_there_is_reported()
    {
        var clusters = new RecordedClusters(Path.Combine(Folder, "programs"));

        var run = Discover(clusters, "--context", "no-such");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("note: context no-such: its API server could not be read: 'kubectl config view' failed:");
    }

    [Fact]
    public void Without_kubectl_nothing_is_written()
    {
        _account.Install();
        Variables["PATH"] = Path.Combine(Folder, "programs") + Path.PathSeparator + ShellOnly();

        var run = Run("discover", "--region", "eu-west-1", "--context", "hub", "--no-rehearsal");

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("--context asks kubectl, and 'kubectl' could not be started: install kubectl and put it on the PATH");
        File.Exists(Path.Combine(Folder, "fleet.yaml")).Should().BeFalse();
    }

    private static string BindingOf(string targetGroup) =>
        $$$$"""
            {"items":[{"metadata":{"namespace":"shop","name":"web"},
            "spec":{"targetGroupARN":"{{{{targetGroup}}}}","serviceRef":{"name":"storefront","port":8080}}}]}
            """;

    /// <summary>A directory with what the recorded programs need, and without kubectl.</summary>
    private string ShellOnly()
    {
        var directory = Directory.CreateDirectory(Path.Combine(Folder, "shell")).FullName;
        foreach (var program in new[] { "dotnet", "dirname", "grep", "sha256sum", "cut", "cat" })
        {
            var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(path => Path.Combine(path, program)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(directory, program), found);
        }

        return directory;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split('\n').Select(line => line.Trim().TrimStart('#').Trim()));

    private Command Discover(RecordedClusters clusters, params string[] options)
    {
        _account.Install();
        clusters.Install();
        Variables["PATH"] = _account.SearchPath;
        return Run([
            "discover",
            "--region",
            "eu-west-1",
            "--load-balancer",
            "WWW-alb",
            "--no-rehearsal",
            .. options.Length > 0 ? options : ["--context", "hub"],
        ]);
    }
}
