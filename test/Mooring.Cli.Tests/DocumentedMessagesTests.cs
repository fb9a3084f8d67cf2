using FluentAssertions;
using Mooring.Fleet.Checks;
using Mooring.Fleet.Faults;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Cli.Tests;

/// <summary>The page of messages is complete.</summary>
public sealed class DocumentedMessagesTests
{
    [Fact]
    public void Every_code_has_a_section_and_every_section_a_code() =>
        File.ReadLines(Repository.PathOf("docs", "messages.md"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .Select(line => line[4..])
            .Should()
            .Equal([.. ErrorCodes.All, .. CommandErrors.All, .. WarningChecks.Codes]);
}
