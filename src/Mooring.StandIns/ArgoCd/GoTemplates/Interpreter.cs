using System.Text;

namespace Mooring.StandIns.ArgoCd.GoTemplates;

/// <summary>Executes a parsed template with <c>missingkey=error</c>.</summary>
/// <seealso href="https://github.com/golang/go/blob/master/src/text/template/exec.go"/>
internal sealed class Interpreter(string template)
{
    private readonly StringBuilder _output = new();
    private readonly List<(string Name, object? Value)> _variables = [];

    /// <summary>The text.</summary>
    public string Execute(IReadOnlyList<Node> nodes, object? data)
    {
        _variables.Add(("$", data));
        Walk(nodes, data);
        return _output.ToString();
    }

    private void Walk(IReadOnlyList<Node> nodes, object? dot)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    _output.Append(text.Text);
                    break;
                case ActionNode action:
                    var value = Evaluate(action.Pipeline, dot);
                    if (action.Pipeline.Variables.Count == 0)
                    {
                        _output.Append(GoText.Of(value));
                    }

                    break;
                case BranchNode branch:
                    WalkBranch(branch, dot);
                    break;
            }
        }
    }

    /// <summary>A branch's variables end with it.</summary>
    private void WalkBranch(BranchNode branch, object? dot)
    {
        var known = _variables.Count;
        if (branch.Keyword == "range")
        {
            WalkRange(branch, dot);
        }
        else
        {
            var value = Evaluate(branch.Pipeline, dot);
            var isTrue = Functions.IsTrue(value);
            Walk(isTrue ? branch.Body : branch.Else, branch.Keyword == "with" && isTrue ? value : dot);
        }

        _variables.RemoveRange(known, _variables.Count - known);
    }

    private void WalkRange(BranchNode branch, object? dot)
    {
        var names = branch.Pipeline.Variables;
        var over = Evaluate(branch.Pipeline with { Variables = [] }, dot);
        var items = ItemsOf(over, branch.Pipeline);
        foreach (var (key, item) in items)
        {
            var known = _variables.Count;
            if (names.Count > 0)
            {
                _variables.Add((names[^1], item));
            }

            if (names.Count > 1)
            {
                _variables.Add((names[0], key));
            }

            Walk(branch.Body, item);
            _variables.RemoveRange(known, _variables.Count - known);
        }

        if (items.Count == 0)
        {
            Walk(branch.Else, dot);
        }
    }

    private List<(object? Key, object? Item)> ItemsOf(object? value, Node node) =>
        value switch
        {
            null => [],
            IReadOnlyList<object?> list => [.. list.Select((item, index) => ((object?)(long)index, item))],
            GoMap map => [.. map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => ((object?)entry.Key, entry.Value))],
            _ => throw Error(node, $"range can't iterate over {GoText.Of(value)}"),
        };

    private object? Evaluate(PipelineNode pipeline, object? dot)
    {
        object? value = null;
        for (var index = 0; index < pipeline.Commands.Count; index++)
        {
            value = Evaluate(pipeline.Commands[index], dot, index > 0 ? [value] : []);
        }

        foreach (var name in pipeline.Variables)
        {
            Set(name, value, pipeline);
        }

        return value;
    }

    private void Set(string name, object? value, PipelineNode pipeline)
    {
        if (!pipeline.IsAssignment)
        {
            _variables.Add((name, value));
            return;
        }

        var index = _variables.FindLastIndex(variable => variable.Name == name);
        _variables[index >= 0 ? index : throw new GoTemplateException($"template: :1: undefined variable \"{name}\"")] = (name, value);
    }

    private object? Evaluate(CommandNode command, object? dot, object?[] piped)
    {
        var (first, arguments) = (command.Operands[0], command.Operands.Skip(1));
        if (first is LiteralNode { Value: null })
        {
            throw Error(first, "nil is not a command");
        }

        if (first is not FunctionNode function)
        {
            return command.Operands.Count == 1 && piped.Length == 0 ? Evaluate(first, dot) : throw Error(first, $"can't give argument to non-function {first}");
        }

        if (function.Name is "and" or "or")
        {
            IEnumerable<Func<object?>> undecided =
            [
                .. arguments.Select<Node, Func<object?>>(operand => () => Evaluate(operand, dot)),
                () => piped.FirstOrDefault(),
            ];
            return EvaluateUntilDecided(function, undecided.Take(command.Operands.Count - 1 + piped.Length));
        }

        object?[] values = [.. arguments.Select(operand => Evaluate(operand, dot)), .. piped];
        if (Functions.ArityOf(function.Name) is { } arity && arity != values.Length)
        {
            throw Error(function, $"wrong number of args for {function.Name}: want {arity} got {values.Length}");
        }

        try
        {
            return Functions.Call(function.Name, values);
        }
        catch (GoTemplateException exception)
        {
            throw Error(command, $"error calling {function.Name}: {exception.Message}");
        }
    }

    /// <summary>The builtins <c>and</c> and <c>or</c>, which evaluate no argument behind the one that decides.</summary>
    private static object? EvaluateUntilDecided(FunctionNode function, IEnumerable<Func<object?>> arguments)
    {
        object? value = null;
        foreach (var argument in arguments)
        {
            value = argument();
            if (Functions.IsTrue(value) == (function.Name == "or"))
            {
                break;
            }
        }

        return value;
    }

    private object? Evaluate(Node operand, object? dot) =>
        operand switch
        {
            LiteralNode literal => literal.Value,
            PathNode path => Follow(path, path.Variable is null ? dot : ValueOf(path.Variable)),
            PipelineNode pipeline => Evaluate(pipeline, dot),
            FunctionNode function => Functions.Call(function.Name, []),
            _ => throw Error(operand, $"can't evaluate {operand}"),
        };

    private object? ValueOf(string variable)
    {
        var index = _variables.FindLastIndex(each => each.Name == variable);
        return index >= 0 ? _variables[index].Value : throw new GoTemplateException($"template: :1: undefined variable \"{variable}\"");
    }

    private object? Follow(PathNode path, object? value)
    {
        var type = GoText.TypeOf(value);
        foreach (var field in path.Fields)
        {
            (value, type) = value switch
            {
                GoMap map when map.Entries.TryGetValue(field, out var found) => (found, map.IsOfText ? "string" : "interface {}"),
                GoMap => throw Error(path, $"map has no entry for key \"{field}\""),
                null => throw Error(path, $"nil data; no entry for key \"{field}\""),
                _ => throw Error(path, $"can't evaluate field {field} in type {type}"),
            };
        }

        return value;
    }

    private GoTemplateException Error(Node node, string message)
    {
        var before = template[..node.Position];
        var line = before.Count(character => character == '\n') + 1;
        var column = Encoding.UTF8.GetByteCount(before[(before.LastIndexOf('\n') + 1)..]);
        return new($"template: :{line}:{column}: executing \"\" at <{node}>: {message}");
    }
}
