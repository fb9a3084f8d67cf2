using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;

namespace Mooring.Kernel.Synthesis;

/// <summary>The Terraform of a stack, in JSON's syntax of it, before tokens are resolved.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/syntax/json"/>
internal sealed class StackDocument
{
    private readonly MapValue _root = [];
    private readonly MapValue _metadata = [];
    private readonly MapValue _outputs = [];

    private StackDocument(StackElement stack)
    {
        _metadata["stackName"] = stack.Id;
        _metadata["version"] = AppSynthesis.Version;
        _root["//"] = new MapValue([("metadata", _metadata), ("outputs", _outputs)]);
    }

    /// <summary>The Terraform of a stack.</summary>
    public static StackDocument Of(StackElement stack)
    {
        var document = new StackDocument(stack);
        foreach (var element in stack.Elements)
        {
            element.AddTo(document);
            document.AddOverrides(element.Kind, element.Overrides);
        }

        document.AddOverrides("stack", stack.Overrides);
        stack.Overrides.ApplyTo(document._root);
        return document;
    }

    /// <summary>Its sections.</summary>
    public MapValue Root => _root;

    /// <summary>Whether the user says where the state is; CDKTF adds a backend to a stack without one before it writes it.</summary>
    public bool HasBackend => _metadata.ContainsKey("backend");

    /// <summary>A section, such as <c>locals</c>.</summary>
    public MapValue Section(string name) => Below(_root, name);

    /// <summary>Adds a resource or data source.</summary>
    public void AddBlock(string section, string type, string name, MapValue block)
    {
        var blocks = Below(Section(section), type);
        if (!blocks.TryAdd(name, block))
        {
            throw new UnknownException($"a second {type}.{name}");
        }
    }

    /// <summary>Adds a provider.</summary>
    public void AddProvider(string name, MapValue block, MapValue requirement)
    {
        ListBelow(Section("provider"), name).Add(block);
        Below(Section("terraform"), "required_providers")[name] = requirement;
    }

    /// <summary>Adds an output.</summary>
    public void AddOutput(OutputElement output, string name, MapValue block)
    {
        Section("output")[name] = block;
        var tree = _outputs;
        foreach (var part in output.Path.Split('/')[..^1])
        {
            tree = Below(tree, part);
        }

        tree[output.Id] = name;
    }

    /// <summary>Sets where the state is.</summary>
    public void SetBackend(string name, MapValue block, string? cloud)
    {
        var terraform = Section("terraform");
        if (cloud is null)
        {
            terraform["backend"] = new MapValue([(name, block)]);
        }
        else
        {
            terraform[name] = block;
            _metadata["cloud"] = cloud;
        }

        _metadata["backend"] = name;
    }

    /// <summary>Adds a <c>moved</c> block.</summary>
    public void AddMoved(string type, string name, MapValue block) => Add("moved", "moved", type, name, block);

    /// <summary>Adds an <c>import</c> block.</summary>
    public void AddImport(string type, string name, MapValue block) => Add("import", "imports", type, name, block);

    private void Add(string section, string metadata, string type, string name, MapValue block)
    {
        ListBelow(_root, section).Add(block);
        ListBelow(Below(_metadata, metadata), type).Add(name);
    }

    private void AddOverrides(string? kind, Overrides overrides)
    {
        if (overrides.IsAny)
        {
            ListBelow(Below(_metadata, "overrides"), kind!).AddRange(overrides.Names);
        }
    }

    private static MapValue Below(MapValue map, string key)
    {
        if (map.Of(key) is not MapValue below)
        {
            map[key] = below = [];
        }

        return below;
    }

    private static ListValue ListBelow(MapValue map, string key)
    {
        if (map.Of(key) is not ListValue below)
        {
            map[key] = below = [];
        }

        return below;
    }
}
