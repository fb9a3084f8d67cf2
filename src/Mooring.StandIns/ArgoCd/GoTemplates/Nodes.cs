namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>A node of a parsed template.</summary>
/// <param name="Position">Where Go says that it is.</param>
internal abstract record Node(int Position);

/// <summary>Text outside of actions.</summary>
internal sealed record TextNode(int Position, string Text) : Node(Position);

/// <summary>An action: a pipeline whose value is written, unless it sets variables.</summary>
internal sealed record ActionNode(int Position, PipelineNode Pipeline) : Node(Position);

/// <summary><c>if</c>, <c>with</c> or <c>range</c>.</summary>
internal sealed record BranchNode(int Position, string Keyword, PipelineNode Pipeline, IReadOnlyList<Node> Body, IReadOnlyList<Node> Else) : Node(Position);

/// <summary>Commands, each of which gets the value of the one before; in parentheses it is an argument.</summary>
internal sealed record PipelineNode(int Position, IReadOnlyList<string> Variables, bool IsAssignment, IReadOnlyList<CommandNode> Commands) : Node(Position)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Variables.Count > 0 ? $"{string.Join(", ", Variables)} {(IsAssignment ? "=" : ":=")} " : string.Empty) + string.Join(" | ", Commands);
}

/// <summary>An operand, or a function with its arguments.</summary>
internal sealed record CommandNode(int Position, IReadOnlyList<Node> Operands) : Node(Position)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Operands.Select(operand => operand is PipelineNode ? $"({operand})" : $"{operand}"));
}

/// <summary>A function.</summary>
internal sealed record FunctionNode(int Position, string Name) : Node(Position)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A string, a number, a bool, nil.</summary>
internal sealed record LiteralNode(int Position, object? Value, string Text) : Node(Position)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>The dot or a variable, with fields: <c>.values.region</c>, <c>$.name</c>.</summary>
/// <param name="Position">Where Go says that it is.</param>
/// <param name="Variable">The variable; <see langword="null"/> for the dot.</param>
/// <param name="Fields">The fields.</param>
internal sealed record PathNode(int Position, string? Variable, IReadOnlyList<string> Fields) : Node(Position)
{
    /// <inheritdoc/>
    public override string ToString() => Variable is null && Fields.Count == 0 ? "." : Variable + string.Concat(Fields.Select(field => $".{field}"));
}
