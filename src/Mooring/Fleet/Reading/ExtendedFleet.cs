using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>Merges a fleet file with the files that it extends: <c>extends: ../base.yaml</c>, or a list of paths, of which the later ones win.</summary>
/// <param name="name">What the fleet file is called.</param>
/// <param name="files">The extended files; <see langword="null"/> where the text is from no file.</param>
/// <param name="faults">The faults of all files.</param>
internal sealed class ExtendedFleet(string name, ExtendedFiles? files, FaultCollector faults)
{
    /// <summary>The key that names the files.</summary>
    public const string Key = "extends";

    private readonly YamlAmount _amount = new();
    private readonly YamlEntries _entries = new(faults);
    private readonly YamlMerge _merge = new(faults);

    /// <summary>The root of a text, merged; <see langword="null"/> where it cannot be read.</summary>
    public YamlValue? Root(string text) => Root(text, new(name, null));

    private YamlValue? Root(string text, Link file)
    {
        var origin = new YamlOrigin { File = file.By is null ? null : file.Name, Amount = _amount };
        if (YamlText.Root(text, faults, origin) is not { } root)
        {
            return null;
        }

        if (root is not YamlMapping { Problem: null } mapping || KeyOf(mapping) is not { } key)
        {
            return file.By is null || root is YamlMapping ? root : Unmergeable(root);
        }

        var own = new YamlMapping { Text = mapping.Text };
        YamlValue? extended = null;
        foreach (var (entry, at, value) in _entries.Of(mapping, faults.Root))
        {
            if (entry != key)
            {
                own.Add(entry, at, value);
            }
            else if (key == Key)
            {
                extended = value;
            }
            else
            {
                faults.AddUnknown(at, faults.Root, entry, Key, []);
                faults.Root.MakeUnreadable();
            }
        }

        return extended is null
            ? own
            : Below(extended, file).Append(own).Aggregate((below, above) => _merge.Merge(below, above, typeof(FleetSpec), faults.Root));
    }

    /// <summary>The key of a mapping that names files, or is meant to.</summary>
    private static string? KeyOf(YamlMapping mapping)
    {
        var others = mapping
            .Entries.Select(entry => entry.Key)
            .OfType<YamlSingle>()
            .Select(key => key.Value)
            .Where(key => !RecordType.Of(typeof(FleetSpec)).Properties.ContainsKey(key))
            .ToArray();
        return others.Contains(Key) ? Key : others.FirstOrDefault(key => DidYouMean.Of(key, [Key]) is not null);
    }

    /// <summary>The roots of the files that a file extends.</summary>
    private List<YamlValue> Below(YamlValue extended, Link by)
    {
        var place = faults.Root.Key(Key);
        YamlValue[] paths = extended is YamlList { Problem: null } list ? [.. list.Entries] : [extended];
        var roots = new List<YamlValue>();
        foreach (var (index, path) in paths.Index())
        {
            var at = extended is YamlList ? place.Entry(index) : place;
            if (path is not YamlSingle { Problem: null, IsNothing: false, IsNull: false } single)
            {
                Refuse(path.Text, at, path.Problem ?? $"must be the path of a file, or a list of paths, got {path.Description}", ErrorCodes.WrongType);
            }
            else if (Follow(single, at, by) is { } root)
            {
                roots.Add(root);
            }
        }

        return roots;
    }

    private YamlValue? Follow(YamlSingle path, FaultPlace place, Link by)
    {
        if (files is null || path.Value.Contains('\0', StringComparison.Ordinal))
        {
            Refuse(
                path.Text,
                place,
                files is null ? "needs a file that paths are relative to, and this text is from none" : "must be a path",
                ErrorCodes.Refused
            );
            return null;
        }

        var file = new Link(ExtendedFiles.NameOf(by.Name, path.Value), by);
        if (file.IsInCircle)
        {
            Refuse(path.Text, place, $"must not lead back to a file that extends this one: {file}", ErrorCodes.Refused);
            return null;
        }

        try
        {
            var text = files.TextOf(file.Name);
            faults.AddFile(file.Name);
            var root = Root(text, file);
            if (root is null)
            {
                faults.Root.MakeUnreadable();
            }

            return root;
        }
        catch (FleetException exception)
        {
            Refuse(path.Text, place, $"cannot be followed: {exception.Faults[0]}", ErrorCodes.Unreadable);
            return null;
        }
    }

    private YamlMapping Unmergeable(YamlValue root)
    {
        Refuse(root.Text, faults.Root, root.Problem ?? $"must be a mapping, got {root.Description}", ErrorCodes.WrongType);
        return new() { Text = root.Text };
    }

    /// <summary>What follows from a file that cannot be used is not known.</summary>
    private void Refuse(TextPlace text, FaultPlace place, string message, string code)
    {
        faults.AddAt(text, place, message, code);
        faults.Root.MakeUnreadable();
    }

    /// <summary>A file, and the one that extends it.</summary>
    private sealed record Link(string Name, Link? By)
    {
        private string FullPath { get; } = Path.GetFullPath(Name);

        public bool IsInCircle => Upwards.Skip(1).Any(link => link.FullPath == FullPath);

        private IEnumerable<Link> Upwards
        {
            get
            {
                for (var link = this; link is not null; link = link.By)
                {
                    yield return link;
                }
            }
        }

        public override string ToString() => string.Join(" -> ", Upwards.Reverse().Select(link => link.Name));
    }
}
