namespace Mooring.Rehearsal.Terraform;

/// <summary>
/// A rehearsal found an error, or Terraform is missing, too old, or refused something. The message says what, and includes Terraform's own output.
/// </summary>
/// <param name="message">The message.</param>
public sealed class TerraformException(string message) : Exception(message);
