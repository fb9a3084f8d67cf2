namespace Mooring.Fleet.Faults;

/// <summary>
/// Codes of the errors of a fleet file. A code says what kind of error it is, and so what to do; <c>docs/messages.md</c> has a section for each.
/// </summary>
public static class ErrorCodes
{
    /// <summary>A file is not there, cannot be read, or is not valid YAML.</summary>
    public const string Unreadable = "E001";

    /// <summary>A key that is not known in its place.</summary>
    public const string UnknownKey = "E002";

    /// <summary>A value of another type.</summary>
    public const string WrongType = "E003";

    /// <summary>A key that is required and not there.</summary>
    public const string Missing = "E004";

    /// <summary>A value that AWS, Kubernetes or Terraform does not accept, alone or together with others.</summary>
    public const string Refused = "E005";

    /// <summary>A name of something that the fleet does not declare.</summary>
    public const string UnknownName = "E006";

    /// <summary>Two things that would be the same: of one name, one port, one priority or one target group.</summary>
    public const string Taken = "E007";

    /// <summary>More than a quota of the account allows.</summary>
    public const string Quota = "E008";

    /// <summary>A change of the deployed fleet that is refused, or that would interrupt traffic.</summary>
    public const string Change = "E009";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } = [Unreadable, UnknownKey, WrongType, Missing, Refused, UnknownName, Taken, Quota, Change];
}
