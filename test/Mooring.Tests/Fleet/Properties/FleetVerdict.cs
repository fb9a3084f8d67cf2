using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Stacks;

namespace Mooring.Tests.Fleet.Properties;

/// <summary>What becomes of any text as a fleet file: a fleet whose stacks can be planned, or errors that all have a place and a line.</summary>
internal static class FleetVerdict
{
    /// <summary>What is wrong with how a text is read; <see langword="null"/> when nothing is.</summary>
    public static string? Of(string text)
    {
        try
        {
            return Plan(FleetFile.Parse(text));
        }
        catch (FleetException exception)
        {
            return exception.Faults.FirstOrDefault(fault => fault.Line < 1 || fault.Column < 1 || !IsOneLine($"{fault}")) is { } fault
                ? $"an error without a place, or over more than a line: {fault}"
                : null;
        }
#pragma warning disable CA1031 // whatever it is, it is what the test looks for
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"{exception}";
        }
    }

    /// <summary>Plans the stacks and the directory of Argo CD, as far as that needs no Node.js.</summary>
    private static string? Plan(FleetSpec fleet)
    {
        var names = FleetLayout.Plan(fleet).Select(stack => $"{stack.Name} {stack.SliceBytes.Length}").ToArray();
        return names.Length == 0 ? "a fleet without stacks" : null;
    }

    private static bool IsOneLine(string text) =>
        !text.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format);
}
