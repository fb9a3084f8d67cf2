using System.Collections;
using System.Collections.Concurrent;

namespace Mooring.Jsii;

/// <summary>
/// The environment variables that configure jsii and Node.js. This process sets some of them for its child processes, and records which, so that
/// the user's own environment can still be read.
/// </summary>
internal static class NodeEnvironment
{
    private static readonly ConcurrentDictionary<string, string?> s_before = new();

    /// <summary>Sets a variable for this process and its child processes.</summary>
    public static void Set(string variable, string value)
    {
        s_before.TryAdd(variable, Environment.GetEnvironmentVariable(variable));
        Environment.SetEnvironmentVariable(variable, value);
    }

    /// <summary>Sets a variable unless the user has set it.</summary>
    public static void SetDefault(string variable, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Set(variable, value);
        }
    }

    /// <summary>The environment as the user gave it, without what <see cref="Set"/> has changed.</summary>
    public static IDictionary OfUser()
    {
        var variables = Environment.GetEnvironmentVariables();
        foreach (var (variable, before) in s_before)
        {
            variables.Remove(variable);
            if (before is not null)
            {
                variables.Add(variable, before);
            }
        }

        return variables;
    }
}
