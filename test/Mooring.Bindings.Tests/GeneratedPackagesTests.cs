using System.Reflection;
using FluentAssertions;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;
using HashiCorp.Cdktf.Providers.Helm.Release;
using HashiCorp.Cdktf.Providers.Kubernetes.Secret;
using HashiCorp.Cdktf.Providers.Tfe.Project;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Bindings.Tests;

/// <summary>The packages that the build generated and that the tests are compiled against.</summary>
public class GeneratedPackagesTests : ConstructTest
{
    private static readonly Assembly[] s_providers = [typeof(Lb).Assembly, typeof(Release).Assembly, typeof(Secret).Assembly, typeof(Project).Assembly];

    [Fact]
    public void They_contain_exactly_the_listed_resources_and_data_sources() =>
        s_providers.SelectMany(assembly => assembly.GetExportedTypes()).Select(AddressOf).OfType<string>().Should().BeEquivalentTo(Feed.Addresses);

    [Fact]
    public void The_list_is_sorted_and_names_nothing_twice() => Feed.Addresses.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();

    [Fact]
    public void They_are_small_enough_to_start_fast() =>
        new DirectoryInfo(Feed.Folder).GetFiles("*.nupkg").Sum(package => package.Length).Should().BeInRange(1, 8_000_000);

    [Fact]
    public void Their_version_distinguishes_them_from_the_official_ones() =>
        new DirectoryInfo(Feed.Folder).GetFiles("*.nupkg").Select(package => package.Name).Should().OnlyContain(name => name.Contains("-slim-"));

    /// <summary><c>aws_lb</c> for the class of a resource, <c>data.aws_lb</c> for that of a data source.</summary>
    private static string? AddressOf(Type type)
    {
        var prefix =
            type.IsSubclassOf(typeof(TerraformDataSource)) ? "data."
            : type.IsSubclassOf(typeof(TerraformResource)) ? string.Empty
            : null;
        return prefix is null ? null : prefix + type.GetProperty("TfResourceType", BindingFlags.Public | BindingFlags.Static)!.GetValue(null);
    }
}
