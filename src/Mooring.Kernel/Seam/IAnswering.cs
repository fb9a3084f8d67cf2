namespace Mooring.Kernel.Seam;

/// <summary>Who answers the requests of jsii's protocol: JSON texts of one line, one in and one out; until it is disposed.</summary>
/// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/kernel/src/api.ts"/>
internal interface IAnswering : IDisposable
{
    /// <summary>Answers a request.</summary>
    string Answer(string request);
}
