using FluentAssertions;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Results;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Benchmarks.Tests;

/// <summary>Outputs are the same, or the difference has a name.</summary>
public sealed class OutputFilesTests : IDisposable
{
    private readonly TemporaryDirectory _reference = new();
    private readonly TemporaryDirectory _output = new();

    public OutputFilesTests()
    {
        Write(_reference, "manifest.json", "{}");
        Write(_reference, "stacks/one/cdk.tf.json", """{"resource":{"aws_lb":{"a":{},"b":{}}},"data":{"aws_vpc":{"c":{}}}}""");
        foreach (var file in OutputFiles.In(_reference.Path))
        {
            Write(_output, file, File.ReadAllText(Path.Combine(_reference.Path, file)));
        }
    }

    public void Dispose()
    {
        _reference.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void The_same_files_with_the_same_bytes_are_the_same() => Compare().Should().NotThrow();

    [Fact]
    public void Files_with_a_leading_dot_are_not_compared()
    {
        Write(_output, ".state/fingerprint", "1");

        Compare().Should().NotThrow();
    }

    [Fact]
    public void A_file_with_other_bytes_is_named()
    {
        Write(_output, "stacks/one/cdk.tf.json", "{}");

        Compare().Should().Throw<BenchmarkException>().WithMessage("somebody must write what the others do, and writes another stacks/one/cdk.tf.json");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(_output.Path, "manifest.json"));

        Compare().Should().Throw<BenchmarkException>().WithMessage("somebody must write what the others do, and does not write manifest.json");
    }

    [Fact]
    public void An_additional_file_is_named()
    {
        Write(_output, "stacks/two/cdk.tf.json", "{}");

        Compare().Should().Throw<BenchmarkException>().WithMessage("somebody must write what the others do, and writes stacks/two/cdk.tf.json too");
    }

    [Fact]
    public void Resources_and_data_sources_are_counted() =>
        OutputFiles.SizeOf(_output.Path).Should().Be(new OutputSize(Bytes: 69, Stacks: 1, Resources: 2, DataSources: 1));

    private Action Compare() => () => OutputFiles.RequireSame(_output.Path, _reference.Path, "somebody");

    private static void Write(TemporaryDirectory directory, string file, string text)
    {
        var path = Path.Combine(directory.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
