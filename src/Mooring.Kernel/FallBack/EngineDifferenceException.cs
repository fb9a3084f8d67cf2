using System.Text.Json;

namespace Mooring.Kernel.FallBack;

/// <summary>The native kernel and Node.js answer different things: a fault of the kernel.</summary>
/// <param name="message">What was asked, and what each answered.</param>
public sealed class EngineDifferenceException(string message) : Exception(message)
{
    private const int Longest = 400;

    /// <summary>Compares two answers to a request.</summary>
    internal static void ThrowUnlessSame(string request, string native, string node)
    {
        if (native != node && !IsSameJson(native, node))
        {
            throw new EngineDifferenceException(
                $"the native engine and Node.js answer differently: to {Short(request)} the native engine answers {Short(native)}, "
                    + $"Node.js answers {Short(node)}"
            );
        }
    }

    private static bool IsSameJson(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest]}...";
}
