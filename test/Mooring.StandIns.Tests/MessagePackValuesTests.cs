using FluentAssertions;
using Google.Protobuf;
using Mooring.StandIns.Protocol;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The wire format of values, as Terraform's own page about it describes it.</summary>
public class MessagePackValuesTests
{
    /// <summary>Bytes by the specification of MessagePack; an unknown value is an extension, of which Terraform writes type 0 with a zero byte.</summary>
    [Theory]
    [InlineData("""{ "a": null }""", "81A161C0")]
    [InlineData("""{ "a": "?" }""", "81A161D40000")]
    [InlineData("""{ "a": true }""", "81A161C3")]
    [InlineData("""{ "a": 443 }""", "81A161CD01BB")]
    [InlineData("""{ "a": -1 }""", "81A161FF")]
    [InlineData("""{ "a": 0.5 }""", "81A161CB3FE0000000000000")]
    [InlineData("""{ "a": "b" }""", "81A161A162")]
    [InlineData("""{ "a": [] }""", "81A16190")]
    [InlineData("""{ "a": [{ "b": 1 }] }""", "81A1619181A16201")]
    public void A_value_is_written_by_the_specification_and_read_again(string json, string bytes)
    {
        var value = TerraformValue.Parse(json);

        var written = MessagePackValues.Write(value);

        Convert.ToHexString(written.Span).Should().Be(bytes);
        MessagePackValues.Read(written).Should().Be(value);
    }

    [Fact]
    public void A_value_that_is_refined_but_not_known_is_not_known() =>
        MessagePackValues.Read(ByteString.CopyFrom(Convert.FromHexString("C7030C8101C2"))).Should().Be(Value.Unknown);
}
