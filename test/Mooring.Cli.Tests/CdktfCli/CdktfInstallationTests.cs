using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Cli.Tests.CdktfCli;

/// <summary>The installation of the official CLI, without npm.</summary>
public sealed class CdktfInstallationTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private int _installed;

    public CdktfInstallationTests()
    {
        Lock("1");
        File.WriteAllText(Path.Combine(_directory.Path, "package.json"), "{}");
    }

    private string Root => Path.Combine(_directory.Path, ".installed");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_is_installed_once()
    {
        var first = Ensure();

        Ensure().Should().Be(first);
        _installed.Should().Be(1);
        Directory.GetFiles(first).Select(Path.GetFileName).Should().BeEquivalentTo("cli", "package.json", "package-lock.json");
    }

    [Fact]
    public void Another_lock_file_replaces_the_installation()
    {
        var first = Ensure();
        Lock("2");

        var second = Ensure();

        second.Should().NotBe(first);
        Directory.GetFileSystemEntries(Root).Should().Equal(second);
    }

    [Fact]
    public void An_interrupted_installation_is_done_again()
    {
        var ensure = () =>
            new CdktfInstallation(Root, _directory.Path).Ensure(folder =>
            {
                File.WriteAllText(Path.Combine(folder, "cli"), "half of it");
                throw new IOException("no network");
            });
        ensure.Should().Throw<IOException>();

        var installed = Ensure();

        File.ReadAllText(Path.Combine(installed, "cli")).Should().Be("all of it");
        Directory.GetFileSystemEntries(Root).Should().Equal(installed);
    }

    private string Ensure() =>
        new CdktfInstallation(Root, _directory.Path).Ensure(folder =>
        {
            _installed++;
            File.WriteAllText(Path.Combine(folder, "cli"), "all of it");
        });

    private void Lock(string version) => File.WriteAllText(Path.Combine(_directory.Path, "package-lock.json"), version);
}
