using System.Diagnostics;
using System.Text;
using FluentAssertions;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.TestKit;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>What is no fleet file at all is named in one sentence, without waiting and without filling the memory.</summary>
public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string File => Path.Combine(_folder.Path, "fleet.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_directory() => FaultOf(_folder.Path).Should().Be($"{_folder.Path}: is a directory: name a file");

    [Fact]
    public void A_pipe_that_nobody_writes_to()
    {
        Process.Start("mkfifo", File).WaitForExit();

        FaultOf(File).Should().Be($"{File}: is empty, or it is no regular file but a pipe or a device: name a file");
    }

    [Fact]
    public void A_link_to_a_pipe()
    {
        Process.Start("mkfifo", $"{File}.pipe").WaitForExit();
        System.IO.File.CreateSymbolicLink(File, $"{File}.pipe");

        FaultOf(File).Should().Be($"{File}: is empty, or it is no regular file but a pipe or a device: name a file");
    }

    [Fact]
    public void A_link_to_a_link_to_a_pipe()
    {
        Process.Start("mkfifo", $"{File}.pipe").WaitForExit();
        System.IO.File.CreateSymbolicLink($"{File}.link", $"{File}.pipe");
        System.IO.File.CreateSymbolicLink(File, $"{File}.link");

        FaultOf(File).Should().Be($"{File}: is empty, or it is no regular file but a pipe or a device: name a file");
    }

    [Fact]
    public void A_link_to_itself()
    {
        System.IO.File.CreateSymbolicLink(File, File);

        FaultOf(File).Should().StartWith($"{File}: cannot be read: ");
    }

    [Fact]
    public void A_link_to_nothing()
    {
        System.IO.File.CreateSymbolicLink(File, $"{File}.gone");

        FaultOf(File).Should().StartWith($"{File}: there is no such file");
    }

    [Fact]
    public void A_device_without_an_end() =>
        FaultOf("/dev/zero").Should().Be("/dev/zero: is empty, or it is no regular file but a pipe or a device: name a file");

    [Fact]
    public void An_empty_file()
    {
        System.IO.File.WriteAllText(File, string.Empty);

        FaultOf(File).Should().Contain("is empty");
    }

    [Fact]
    public void A_file_that_is_too_long()
    {
        using (var file = System.IO.File.Create(File))
        {
            file.SetLength(TextFile.MostBytes + 1L);
        }

        FaultOf(File).Should().Be($"{File}: must have at most 67108864 bytes");
    }

    [Fact]
    public void A_file_of_the_greatest_length_is_read()
    {
        using (var file = System.IO.File.Create(File))
        {
            file.SetLength(TextFile.MostBytes);
        }

        FaultOf(File).Should().Be($"{File}(1,1): is not valid YAML: it must not have the character U+0000");
    }

    [Fact]
    public void A_byte_that_is_no_utf_8_has_a_place()
    {
        System.IO.File.WriteAllBytes(File, [.. "# ü\nname: "u8, 0xE4, .. "\n"u8]);

        FaultOf(File).Should().Be($"{File}(2,7): must be in UTF-8, got the byte 0xE4");
        CodeOf(File).Should().Be(ErrorCodes.Unreadable);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf_16_of_windows_is_read(bool bigEndian)
    {
        System.IO.File.WriteAllText(File, SmallFleet.Text, new UnicodeEncoding(bigEndian, byteOrderMark: true));

        FleetFile.Read(File).Name.Should().Be("shop");
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'n', 0, 0x3D, 0xD8, (byte)'n', 0 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'n', 0xD8, 0x3D, 0, (byte)'n' })]
    public void Half_a_character_of_utf_16_is_not_replaced(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);

        FaultOf(File).Should().Contain("must be in UTF-8, got the byte 0x");
    }

    [Fact]
    public void A_name_with_a_line_end_does_not_begin_a_line() =>
        FaultOf("no\n::error::file\e[2J").Should().StartWith(@"no\n::error::file\e[2J: there is no such file");

    [Fact]
    public void A_name_that_is_a_command_to_a_ci_server_does_not_begin_a_line() => FaultOf("::error::x").Should().StartWith(".::error::x: ");

    private static string FaultOf(string file) => $"{Fault(file)}";

    private static string CodeOf(string file) => Fault(file).Code;

    private static Fault Fault(string file)
    {
        var read = () => FleetFile.Read(file);

        return read.Should().Throw<FleetException>().Which.Faults[0];
    }
}
