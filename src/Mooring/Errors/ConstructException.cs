namespace Mooring.Errors;

/// <summary>
/// A property of a construct breaks a rule of AWS, Kubernetes, Argo CD or the AWS Load Balancer Controller. The message names the construct,
/// the property, the rule and the value: <c>shop/Blue: 'Port' must be between 1 and 65535, got 0</c>.
/// </summary>
public sealed class ConstructException : ArgumentException
{
    internal ConstructException(string constructPath, string property, string rule)
        : base(Printable.OneLine($"{constructPath}: '{property}' {rule}")) => (ConstructPath, Property, Rule) = (constructPath, property, rule);

    /// <summary>Path of the construct in the construct tree, ids separated by <c>/</c>: <c>shop/Blue</c>.</summary>
    public string ConstructPath { get; }

    /// <summary>Name of the property: <c>Port</c>.</summary>
    public string Property { get; }

    /// <summary>The rule, and the value that breaks it: <c>must be between 1 and 65535, got 0</c>.</summary>
    public string Rule { get; }
}
