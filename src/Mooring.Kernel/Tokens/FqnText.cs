using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Tokens;

/// <summary>The text that stands for a whole element, object or list. CDKTF makes one token for it, when it is first needed.</summary>
/// <param name="token">What it stands for.</param>
/// <param name="sets">How many sets are around it.</param>
internal sealed class FqnText(Func<Token> token, int sets)
{
    private string? _text;
    private bool _isTaken;

    /// <summary>The text.</summary>
    public string Get(TokenTable tokens)
    {
        if (_text is null)
        {
            Skip(tokens, sets);
            _text = tokens.Text(token());
        }

        return _text;
    }

    /// <summary>Takes its number during a synthesis, where nobody gets the text. The order of those is not known, so it cannot be read afterwards.</summary>
    public void Take(TokenTable tokens)
    {
        if (_text is null && !_isTaken)
        {
            Skip(tokens, sets + 1);
            _isTaken = true;
        }
    }

    private void Skip(TokenTable tokens, int count)
    {
        if (_isTaken)
        {
            throw new UnknownException("the name of an element after a synthesis that used it");
        }

        tokens.Skip(count);
    }
}
