namespace Mooring.Rehearsal.Terraform;

/// <summary>A rehearsal found something that is not as it must be, or Terraform is missing, too old, or refused something; the message is what there is to say, and what Terraform said.</summary>
/// <param name="message">The message.</param>
public sealed class TerraformException(string message) : Exception(message);
