using FluentAssertions;
using Mooring.Jsii;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Tests.Jsii;

/// <summary>A Node.js that is asked for its version.</summary>
public sealed class NodeVersionTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Its_major_version_is_read() => NodeVersion.MajorOf(Script("echo v22.11.0")).Should().Be(22);

    [Theory]
    [InlineData("exec sleep 60", "did not say its version within 1 seconds")]
    [InlineData("sleep 60 & exec sleep 60", "did not say its version within 1 seconds")]
    [InlineData("echo hello", "said 'hello' when it was asked for its version")]
    [InlineData("echo v", "said 'v' when it was asked for its version")]
    [InlineData("echo failed >&2; exit 3", "said nothing when it was asked for its version")]
    [InlineData("kill -9 $$", "said nothing when it was asked for its version")]
    public void One_that_hangs_dies_or_says_something_else_is_an_error(string script, string what)
    {
        var node = Script(script);

        FluentActions
            .Invoking(() => NodeVersion.MajorOf(node, TimeSpan.FromSeconds(1)))
            .Should()
            .Throw<NodeRuntimeException>()
            .WithMessage($"Node.js 20 or later runs CDKTF, and '{node}' {what}: install it and put it on the PATH, or name it in JSII_NODE");
    }

    [Fact]
    public void What_it_says_without_an_end_is_cut_off() =>
        FluentActions
            .Invoking(() => NodeVersion.MajorOf(Script("yes | tr -d '\\n'")))
            .Should()
            .Throw<NodeRuntimeException>()
            .WithMessage($"*said '{new string('y', 100)}' when*");

    private string Script(string text) => Executable.Write(_directory.Path, "node", text);
}
