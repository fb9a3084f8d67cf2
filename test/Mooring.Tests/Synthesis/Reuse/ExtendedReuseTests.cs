using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Synthesis;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Synthesis.Reuse;

/// <summary>A run knows from the files that a fleet file extends whether there is something to do.</summary>
public sealed class ExtendedReuseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public ExtendedReuseTests()
    {
        Write("base.yaml", SmallFleet.Text);
        Write("stages/middle.yaml", "extends: ../base.yaml\n");
        Write("stages/test.yaml", "extends: middle.yaml\nname: shop-test\n");
    }

    private string Fleet => Path.Combine(_directory.Path, "stages", "test.yaml");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Where_no_file_changed_nothing_is_done()
    {
        Changed();
        Changed().Should().BeEmpty();
    }

    [Fact]
    public void Where_the_base_of_a_base_changed_the_stacks_that_see_it_are_synthesized()
    {
        Changed();
        Write("base.yaml", SmallFleet.Text.Replace("maxSize: 2", "maxSize: 3", StringComparison.Ordinal));

        Changed().Should().Equal("cluster-blue");
        Changed().Should().BeEmpty();
    }

    [Fact]
    public void Where_the_base_is_gone_it_is_an_error_and_the_output_stays()
    {
        Changed();
        File.Delete(Path.Combine(_directory.Path, "base.yaml"));

        var changed = Changed;

        changed.Should().Throw<FleetException>().WithMessage("*middle.yaml(1,10): extends cannot be followed: *base.yaml: there is no such file*");
    }

    private string[] Changed() =>
        [
            .. FleetSynthesis
                .SynthesizeFile(Fleet, Path.Combine(_directory.Path, "cdktf.out"), new SynthesisOptions())
                .Stacks.Where(stack => !stack.IsReused)
                .Select(stack => stack.Name),
        ];

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_directory.Path, file))!);
        File.WriteAllText(Path.Combine(_directory.Path, file), text);
    }
}
