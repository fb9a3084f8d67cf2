using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>An object of jsii that is a value in Terraform.</summary>
internal interface ITerraformValue
{
    /// <summary>What stands for it.</summary>
    Token Token { get; }

    /// <summary>Takes the number of the token that CDKTF makes for it where it is written as a value.</summary>
    void TakeFqn(TokenTable tokens);
}
