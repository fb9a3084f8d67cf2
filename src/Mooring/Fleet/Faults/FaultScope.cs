using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mooring.Fleet.Faults;

/// <summary>
/// A place in a fleet file that faults are added at. Scopes nest as the records do: <c>scope.At(cluster.EndpointAccess)</c> is the place of the key
/// <c>endpointAccess</c> below the cluster, because the compiler passes the expression on.
/// </summary>
/// <remarks>The variable that an expression starts with must be the record of the scope.</remarks>
/// <param name="faults">What the faults are added to.</param>
/// <param name="place">The place.</param>
/// <param name="code">Code of the faults that are added here.</param>
internal sealed partial class FaultScope(FaultCollector faults, FaultPlace place, string code = ErrorCodes.Refused)
{
    private static readonly ConcurrentDictionary<string, string[]> s_keys = new(StringComparer.Ordinal);

    /// <summary>Keys that lead to the place.</summary>
    public string Path => place.ToString();

    /// <summary>The scope of the whole file.</summary>
    public FaultScope(FaultCollector faults)
        : this(faults, faults.Root) { }

    /// <summary>The scope of the whole file.</summary>
    public FaultScope Root => new(faults, faults.Root, code);

    /// <summary>This place, for faults of a code.</summary>
    /// <param name="other">One of <see cref="ErrorCodes"/>.</param>
    public FaultScope As(string other) => new(faults, place, other);

    /// <summary>Whether the file gives a value here.</summary>
    public bool IsGiven => place.Known.IsGiven;

    /// <summary>Whether the value could not be read, so that nothing is known of what it should hold.</summary>
    public bool IsUnreadable => place.Known.IsUnreadable;

    /// <summary>Whether something here or below could not be read, so that the whole is not known.</summary>
    public bool IsIncomplete => place.Known.HoldsUnreadable;

    /// <summary>Whether there is a fault here or below, so that what depends on the value is not known.</summary>
    public bool IsFaulty => place.Known.HoldsFault;

    /// <summary>The scope of a key.</summary>
    /// <param name="value">A member of this scope's record, or of a record below it.</param>
    /// <param name="expression">The member as the source has it: <c>cluster.EndpointAccess</c>.</param>
    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "Of the value only its expression is used.")]
    public FaultScope At<T>(T value, [CallerArgumentExpression(nameof(value))] string expression = "") => new(faults, PlaceOf(expression), code);

    /// <summary>The scope of an entry of a mapping.</summary>
    public FaultScope Entry(string name) => new(faults, place.Key(name), code);

    /// <summary>The scope of an entry of a list.</summary>
    public FaultScope Entry(int index) => new(faults, place.Entry(index), code);

    /// <summary>Checks a value, if there is one.</summary>
    public void Check<T>(T? value, Func<T, string?> limit, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        if (value is not null && limit(value) is { } fault)
        {
            faults.Add(PlaceOf(expression), fault, code);
        }
    }

    /// <summary>Checks a value, if there is one.</summary>
    public void Check<T>(T? value, Func<T, string?> limit, [CallerArgumentExpression(nameof(value))] string expression = "")
        where T : struct
    {
        if (value is { } given && limit(given) is { } fault)
        {
            faults.Add(PlaceOf(expression), fault, code);
        }
    }

    /// <summary>Checks each entry of a list.</summary>
    public void CheckEach<T>(IReadOnlyList<T> entries, Func<T, string?> limit, [CallerArgumentExpression(nameof(entries))] string expression = "")
    {
        var list = PlaceOf(expression);
        foreach (var (index, entry) in entries.Index())
        {
            if (limit(entry) is { } fault)
            {
                faults.Add(list.Entry(index), fault, code);
            }
        }
    }

    /// <summary>Checks the name that this scope's path ends in, whatever is under it.</summary>
    public void CheckName(string name, Func<string, string?> limit) => AddBeside(limit(name) is { } fault ? $"has a name that {fault}" : null);

    /// <summary>Adds a fault, unless the value has one already.</summary>
    public void Add(string message) => faults.Add(place, message, code);

    /// <summary>Adds a warning.</summary>
    /// <param name="warningCode">Its code.</param>
    /// <param name="message">What is likely wrong, and what to do.</param>
    public void Warn(string warningCode, string message) => faults.Warn(place, warningCode, message);

    /// <summary>Adds a fault, if there is one.</summary>
    public void AddIf(string? message)
    {
        if (message is not null)
        {
            Add(message);
        }
    }

    /// <summary>Adds a fault, if there is one and if another value, which it depends on, could be read.</summary>
    public void AddIf(string? message, FaultScope dependsOn)
    {
        if (!dependsOn.IsUnreadable)
        {
            AddIf(message);
        }
    }

    /// <summary>Adds a fault, if there is one, also where the value has another one already.</summary>
    public void AddBeside(string? message) => faults.AddBeside(place, message, code);

    /// <summary>Adds a fault at every key that the file gives here, except those of some properties.</summary>
    public void AddOthersThan(IEnumerable<string> properties, string message)
    {
        foreach (var other in place.Known.Names.Except(properties.Select(KeyOf)).ToArray())
        {
            Entry(other).Add(message);
        }
    }

    /// <summary>The place of a member: <c>cluster.EndpointAccess.Private</c> is <c>endpointAccess.private</c> below this scope.</summary>
    private FaultPlace PlaceOf(string expression) => s_keys.GetOrAdd(expression, KeysOf).Aggregate(place, (below, key) => below.Key(key));

    private static string[] KeysOf(string expression) =>
        Member().IsMatch(expression)
            ? [.. expression.Split('.').Skip(1).Select(member => KeyOf(member.TrimEnd('!')))]
            : throw new ArgumentException($"must be a member of a record, such as 'cluster.Version', got '{expression}'", nameof(expression));

    private static string KeyOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    [GeneratedRegex(@"^\w+(\.[A-Z]\w*!?)+\z")]
    private static partial Regex Member();
}
