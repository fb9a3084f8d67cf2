using System.Text.Json;
using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Elements;

/// <summary>A construct, in a tree of constructs.</summary>
internal class ConstructObject : KernelObject
{
    private readonly List<ConstructObject> _children = [];
    private readonly NodeObject _node;

    /// <summary>Creates a construct.</summary>
    /// <param name="type">The name of its class in jsii.</param>
    /// <param name="scope">Its parent; <see langword="null"/> for the root.</param>
    /// <param name="id">Its name among the children of its parent.</param>
    public ConstructObject(string type, ConstructObject? scope, string id)
        : base(type)
    {
        (Scope, Id, _node) = (scope, Sanitized(id), new(this));
        scope?.Add(this);
    }

    /// <summary>The parent; <see langword="null"/> for the root, and for one that was removed.</summary>
    public ConstructObject? Scope { get; private set; }

    /// <summary>Its name among the children of its parent.</summary>
    public string Id { get; }

    /// <summary>The children, in the order in which they were added.</summary>
    public IReadOnlyList<ConstructObject> Children => _children;

    /// <summary>The ids from the root to it.</summary>
    public string Path => Scope is { Path.Length: > 0 } parent ? $"{parent.Path}/{Id}" : Id;

    /// <summary>The stack that it is in.</summary>
    public virtual StackElement Stack => Scope?.Stack ?? throw new UnknownException("a construct outside of a stack");

    /// <summary>It and all below it: a parent before its children.</summary>
    public IEnumerable<ConstructObject> All => [this, .. _children.SelectMany(child => child.All)];

    /// <inheritdoc/>
    public override bool Is(string name) => base.Is(name) || name is "constructs.Construct" or "constructs.IConstruct" or "constructs.IDependable";

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) => property == "node" ? _node : base.Get(property, session);

    /// <summary>Removes a child.</summary>
    /// <returns>Whether there was one of this name.</returns>
    public bool Remove(string id)
    {
        var child = _children.Find(each => each.Id == Sanitized(id));
        return child is not null && _children.Remove(child);
    }

    private void Add(ConstructObject child)
    {
        if (child.Id.Length == 0 || TokenTable.HasTokens(child.Id) || _children.Exists(each => each.Id == child.Id))
        {
            throw new UnknownException($"a second '{child.Id}' in one construct, or one without a name");
        }

        _children.Add(child);
    }

    /// <summary>Paths are written with slashes.</summary>
    private static string Sanitized(string id) => id.Replace("/", "--", StringComparison.Ordinal);

    /// <summary>The place of a construct in the tree, as .NET sees it.</summary>
    private sealed class NodeObject(ConstructObject construct) : KernelObject("constructs.Node")
    {
        public override object? Get(string property, KernelSession session) =>
            property switch
            {
                "path" => construct.Path,
                "id" => construct.Id,
                "scope" => construct.Scope,
                "children" => new ListValue(construct.Children),
                _ => base.Get(property, session),
            };

        public override object? Invoke(string method, JsonElement arguments, KernelSession session)
        {
            if (method != "tryRemoveChild")
            {
                return base.Invoke(method, arguments, session);
            }

            var read = new Arguments(arguments, session);
            var name = read.Next<string>(Classes.TypeRule.String);
            read.End();
            return construct.Remove(name);
        }
    }
}
