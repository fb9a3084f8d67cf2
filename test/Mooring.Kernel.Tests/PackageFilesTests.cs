using System.Reflection;
using FluentAssertions;
using Mooring.Kernel.Seam;
using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>The npm packages as files, for Node.js.</summary>
public class PackageFilesTests
{
    private static readonly Assembly s_runtime = typeof(Amazon.JSII.Runtime.Services.ServiceContainer).Assembly;
    private static readonly string s_resource = s_runtime.GetManifestResourceNames().First(name => name.EndsWith(".js", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_a_node_may_be_reading_is_not_written_again()
    {
        var files = new PackageFiles();
        var path = files.PathOf(s_runtime, s_resource);
        files.Write();
        File.WriteAllText(path, "read by a Node.js of another thread");

        files.PathOf(s_runtime, s_resource).Should().Be(path);
        files.Write();

        File.ReadAllText(path).Should().Be("read by a Node.js of another thread");
    }

    [Fact]
    public void A_file_that_is_asked_for_after_node_was_started_is_there_at_once()
    {
        var files = new PackageFiles();
        files.Write();

        new FileInfo(files.PathOf(s_runtime, s_resource)).Length.Should().BePositive();
    }
}
