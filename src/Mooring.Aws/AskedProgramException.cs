namespace Mooring.Aws;

/// <summary>A program that was asked could not be started, failed, or did not answer in time. The message includes what it said.</summary>
/// <param name="message">The message.</param>
/// <param name="inner">What it is from; <see langword="null"/> where the program said it.</param>
internal sealed class AskedProgramException(string message, Exception? inner = null) : Exception(message, inner);
