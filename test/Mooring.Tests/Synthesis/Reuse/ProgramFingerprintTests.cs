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
    public void Another_file_changes_it(string file)
    {
        Write(file, "changed");

        Of().Should().NotBe(_before);
    }

    [Fact]
    public void Another_modification_time_of_node_changes_it()
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
    public void Environment_variables_of_cdktf_jsii_and_node_change_it(string variable)
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
    public void Documentation_symbols_and_an_output_directory_do_not_change_it(string file)
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
