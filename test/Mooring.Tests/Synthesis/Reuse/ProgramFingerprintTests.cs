using System.Collections;
using FluentAssertions;
using Mooring.Synthesis.Reuse;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Synthesis.Reuse;

/// <summary>A program of two assemblies and a chart, and what makes it another one.</summary>
public sealed class ProgramFingerprintTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Hashtable _environment;
    private readonly string _before;

    public ProgramFingerprintTests()
    {
        _environment = new Hashtable
        {
            ["PATH"] = Write("bin/other", "").DirectoryName + Path.PathSeparator + Write("bin2/node", "node").DirectoryName,
            ["HOME"] = "/home",
        };
        Write("Stacks.dll", "program");
        Write("Stacks.runtimeconfig.json", "{}");
        Write("charts/targetgroupbindings/templates/chart.yaml", "chart");
        _before = Of();
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Stacks.dll")]
    [InlineData("Another.dll")]
    [InlineData("Stacks.runtimeconfig.json")]
    [InlineData("charts/targetgroupbindings/templates/chart.yaml")]
    [InlineData("charts/targetgroupbindings/more.yaml")]
    [InlineData("bin2/node")]
    [InlineData("bin/node")]
    public void With_another_file_it_is_another_program(string file)
    {
        Write(file, "changed");

        Of().Should().NotBe(_before);
    }

    [Fact]
    public void With_a_node_of_the_same_size_and_another_time_it_is_another_program()
    {
        File.SetLastWriteTimeUtc(Path.Combine(_directory.Path, "bin2", "node"), DateTime.UnixEpoch);

        Of().Should().NotBe(_before);
    }

    [Theory]
    [InlineData("CDKTF_CONTEXT_JSON")]
    [InlineData("CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS")]
    [InlineData("CDKTF_TARGET_STACK_ID")]
    [InlineData("SYNTH_HCL_OUTPUT")]
    [InlineData("TERRAFORM_BINARY_NAME")]
    [InlineData("JSII_NODE")]
    [InlineData("JSII_RUNTIME")]
    [InlineData("NODE_OPTIONS")]
    [InlineData("NODE_PATH")]
    [InlineData("LANG")]
    [InlineData("LC_ALL")]
    public void What_cdktf_jsii_and_node_read_of_the_environment_makes_it_another_program(string variable)
    {
        _environment[variable] = Path.Combine(_directory.Path, "Stacks.dll");

        Of().Should().NotBe(_before);
    }

    [Theory]
    [InlineData("CDKTF_OUTDIR")]
    [InlineData("HOME")]
    [InlineData("AWS_PROFILE")]
    public void Where_it_writes_and_who_runs_it_does_not(string variable)
    {
        _environment[variable] = "elsewhere";

        Of().Should().Be(_before);
    }

    [Theory]
    [InlineData("Stacks.xml")]
    [InlineData("Stacks.pdb")]
    [InlineData("cdktf.out/manifest.json")]
    public void Documentation_symbols_and_an_output_beside_it_do_not(string file)
    {
        Write(file, "changed");

        Of().Should().Be(_before);
    }

    private string Of() => ProgramFingerprint.OfProgramIn(_directory.Path, _environment);

    private FileInfo Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_directory.Path, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file;
    }
}
