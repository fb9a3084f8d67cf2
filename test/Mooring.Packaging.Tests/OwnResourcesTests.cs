using System.Security.Cryptography;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Packaging.Tests;

/// <summary>A project that needs a resource of a provider that Mooring does not use. Its programs run without Node.js.</summary>
[Collection(nameof(FolderFeed))]
public sealed class OwnResourcesTests : IDisposable
{
    private readonly FolderFeed _feed;
    private readonly FreshMachine _machine = new();

    public OwnResourcesTests(FolderFeed feed)
    {
        _feed = feed;
        _machine.HideNodeFromPrograms();
        HaveDownloadedTheOriginals();
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void A_line_in_a_file_adds_it_the_native_engine_runs_it_and_the_build_says_what_needs_Node()
    {
        WriteProgramOfThePage();
        _machine.Write("resources.txt", "# DNS is ours here.\naws_route53_record\naws_route_table\n");

        Build()
            .Should()
            .Contain("bindings: generating C# from them")
            .And.Contain("bindings: the native engine does not know all of aws_route_table: Node.js runs programs that use the rest")
            .And.NotContain("not know all of aws_route53_record")
            .And.Contain("0 Warning(s)");

        _machine.Run(".", "dotnet", "bin/Debug/net10.0/Shop.dll");
        new TerraformJson(_machine.Read("cdktf.out/stacks/dns/cdk.tf.json"))
            .Should()
            .HaveResource("aws_route53_record", """{ "name": "shop.example.com", "alias": { "evaluate_target_health": true } }""");
        Build().Should().NotContain("bindings:", "nothing has changed");
    }

    [Fact]
    public void A_project_from_the_template_has_it_in_its_tests()
    {
        _machine.Run(".", "dotnet", "new", "install", _feed.PackageOf("Mooring.Templates"));
        _machine.Run(".", "dotnet", "new", "mooring", "--name", "shop", "--feed", _feed.Folder);
        _machine.Write(
            "shop/resources.txt",
            _machine.Read("shop/resources.txt").Replace("# aws_route53_record", "aws_route53_record", StringComparison.Ordinal)
        );
        _machine.Write(
            "shop/test/Stacks.Tests/DnsTests.cs",
            """
            using HashiCorp.Cdktf;
            using HashiCorp.Cdktf.Providers.Aws.Provider;
            using HashiCorp.Cdktf.Providers.Aws.Route53Record;
            using Mooring.Testing;
            using Xunit;

            public class DnsTests
            {
                [Fact]
                public void The_record_has_the_name_of_the_shop()
                {
                    var dns = new TerraformStack(TestApp.Create(), "dns");
                    _ = new AwsProvider(dns, "aws", new AwsProviderConfig { Region = "eu-west-1" });
                    var shop = new Route53RecordConfig { ZoneId = "Z01", Name = "shop.example.com", Type = "A", Records = ["192.0.2.1"] };
                    _ = new Route53Record(dns, "Record", shop);

                    Assert.Equal("shop.example.com", TerraformJson.Of(dns).Resource("aws_route53_record")["name"]!.GetValue<string>());
                }
            }
            """
        );

        _machine.Run("shop", "dotnet", "test").Should().MatchRegex("Passed! +- Failed: +0, Passed: +2");
    }

    [Fact]
    public void A_resource_that_the_provider_does_not_have_is_an_error_with_its_line()
    {
        WriteProgramOfThePage();
        _machine.Write("resources.txt", "# DNS is ours here.\naws_route53_recrod\n");

        var build = _machine.TryRun(".", "dotnet", "build", "--nologo");

        build.ExitCode.Should().Be(1);
        build.Output.Should().MatchRegex(@"error : resources\.txt\(2\): @cdktf/provider-aws [\d.]+ has no 'aws_route53_recrod'");
    }

    private void WriteProgramOfThePage()
    {
        var page = new MarkdownFile("docs/from-csharp.md");
        var listed = page.Blocks("xml own resources").Single().Trim();
        _machine.Write("nuget.config", page.Blocks("xml nuget.config").Single().Replace("/srv/nuget", _feed.Folder, StringComparison.Ordinal));
        _machine.Write("Shop.csproj", page.Blocks("xml Shop.csproj").Single().Replace("<OutputType>", $"{listed}<OutputType>", StringComparison.Ordinal));
        _machine.Write("Program.cs", page.Blocks("csharp own resources").Single());
    }

    private string Build()
    {
        var build = _machine.TryRun(".", "dotnet", "build", "--nologo");
        build.ExitCode.Should().Be(0, "{0}", build.Output);
        return build.Output + build.Error;
    }

    /// <summary>The npm originals, 600 MB, are those that the build of this repository has installed.</summary>
    private void HaveDownloadedTheOriginals()
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.PathOf("bindings", "package-lock.json"))))[..12];
        var cache = Path.Combine(Path.GetDirectoryName(_machine.Packages)!, "mooring-resources");
        Directory.CreateDirectory(cache);
        Directory.CreateSymbolicLink(Path.Combine(cache, $"originals-{key}"), Repository.PathOf("bindings", ".originals"));
    }
}
