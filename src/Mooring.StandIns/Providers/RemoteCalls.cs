using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>The calls of a configured provider to the simulated account. Every call is logged, and fails when a failure was injected.</summary>
internal sealed class RemoteCalls(StandIn standIn, ProviderContext context)
{
    private readonly PretendedAccount _account = context.Account;

    /// <summary>Creates a resource.</summary>
    /// <returns>The resource with all computed attributes.</returns>
    /// <exception cref="RemoteException">AWS would refuse it.</exception>
    public Value Create(string type, ObjectValue planned) =>
        Do(
            new ProviderCall(Operation.Create, type, NameOf(planned)),
            () =>
            {
                var creation = new Creation(standIn.Resource(type), context, planned, Value.Null);
                RequireNeeds(creation);
                RequireUnique(creation);
                if (creation.Type.Apply(creation) is { } refusal)
                {
                    LeaveBehind(creation, Failure.Refused);
                    throw new RemoteException(refusal);
                }

                return Store(creation);
            },
            failure => LeaveBehind(new Creation(standIn.Resource(type), context, planned, Value.Null), failure)
        );

    /// <summary>Updates a resource in place.</summary>
    /// <returns>The resource with all computed attributes.</returns>
    /// <exception cref="RemoteException">AWS would refuse it.</exception>
    public Value Update(string type, ObjectValue planned, Value prior) =>
        Do(
            Operation.Update,
            type,
            planned,
            () =>
            {
                var creation = new Creation(standIn.Resource(type), context, planned, prior);
                RequireNeeds(creation);
                RequireUnique(creation);
                RequireAccepted(creation);
                var updated = Store(creation);
                _account.Put(new RemoteObject(type, context.ScopeOf(type), creation.Type.Kept((ObjectValue)prior, updated)));
                return updated;
            }
        );

    /// <summary>Destroys a resource.</summary>
    /// <exception cref="RemoteException">AWS would refuse it.</exception>
    public void Delete(string type, ObjectValue prior) =>
        Do(
            Operation.Delete,
            type,
            prior,
            () =>
            {
                RequireDeletable(type, prior);
                _account.Remove(each => each.Type == type && each.Scope == context.ScopeOf(type) && each.Id == RemoteObject.IdOf(prior));
                return standIn.Resource(type).Unapply(context, prior) is { } error ? throw new RemoteException(error) : Value.Null;
            }
        );

    /// <summary>Reads a resource; null when it does not exist any more.</summary>
    public Value Read(string type, ObjectValue current)
    {
        try
        {
            return Do(Operation.ReadResource, type, current, () => Current(type, current) ?? Value.Null);
        }
        catch (RemoteException) when (standIn.Resource(type).IsGoneWhenUnreadable)
        {
            return Value.Null;
        }
    }

    /// <summary>Imports a resource.</summary>
    /// <exception cref="RemoteException">There is no resource with that id.</exception>
    public Value Import(string type, string id) =>
        Do(
            new ProviderCall(Operation.Import, type, id),
            () =>
                context.Of(type).FirstOrDefault(each => standIn.Resource(type).ImportId(each) == id)
                ?? throw new RemoteException($"Cannot import non-existent remote object: there is no {type} with the id '{id}'")
        );

    /// <summary>Reads a data source.</summary>
    /// <exception cref="RemoteException">Nothing matches the configuration.</exception>
    public Value ReadDataSource(string type, ObjectValue configuration) =>
        Do(
            Operation.ReadDataSource,
            type,
            configuration,
            () =>
            {
                var found = (ObjectValue)standIn.DataSource(type).Read(configuration, context);
                // A block can have computed attributes besides the configured ones.
                var asked = configuration.Members.Where(member => member.Value.Elements.Count > 0 && found[member.Key] is not ListValue);
                return SchemaValues.Fit(standIn.Schema.DataSourceSchemas[type].Block, found.With(asked));
            }
        );

    /// <summary>Opens an ephemeral resource.</summary>
    /// <returns>The configuration with all computed attributes.</returns>
    /// <exception cref="RemoteException">AWS would refuse it.</exception>
    public Value Open(string type, ObjectValue configuration) =>
        Do(
            Operation.Open,
            type,
            configuration,
            () =>
            {
                var block = standIn.Schema.EphemeralResourceSchemas[type].Block;
                var result = context.Complete((ObjectValue)SchemaValues.WithUnknowns(block, configuration), block);
                return result.With(standIn.EphemeralResource(type).Open(configuration, context));
            }
        );

    /// <summary>Adds a resource that Terraform did not create.</summary>
    public ObjectValue AddExisting(string type, ObjectValue known) => Store(new Creation(standIn.Resource(type), context, known, Value.Null));

    private Value Do(Operation operation, string type, ObjectValue subject, Func<Value> work) => Do(new ProviderCall(operation, type, NameOf(subject)), work);

    private Value Do(ProviderCall call, Func<Value> work, Action<Failure>? whenFailing = null)
    {
        _account.Log.Add(call);
        var failure = _account.TakeFailure(call);
        if (failure is { } failing)
        {
            whenFailing?.Invoke(failing);
        }

        switch (failure)
        {
            case Failure.Refused:
                throw new RemoteException($"AccessDenied: an injected failure refuses this {call.Operation}");
            case Failure.TimedOut:
                throw new RemoteException("context deadline exceeded");
            case Failure.HungFinalizer:
                Locked(work);
                _account.TerminatingBindings.Add($"{call.Name}-binding");
                throw new RemoteException("uninstallation completed with 1 error(s): timed out waiting for the condition");
            case Failure.CrashBefore:
                throw new ProviderCrash();
            case Failure.CrashAfter:
                Locked(work);
                throw new ProviderCrash();
            default:
                return Locked(() => Announced(call, work));
        }
    }

    private Value Announced(ProviderCall call, Func<Value> work)
    {
        var result = work();
        if (call.Operation is Operation.Create or Operation.Update or Operation.Delete)
        {
            _account.OnChange?.Invoke(call);
            FargatePods.Start(_account);
        }

        return result;
    }

    /// <summary>Terraform calls from many threads, and a check must still be valid when the call is made.</summary>
    private Value Locked(Func<Value> work)
    {
        lock (_account.Gate)
        {
            return work();
        }
    }

    /// <summary>Stores what a failed creation leaves behind.</summary>
    private void LeaveBehind(Creation creation, Failure failure)
    {
        if (creation.Type.StatusAfterFailure is { } status)
        {
            creation.Type.ApplyPartly(creation, failure);
            Store(new Creation(creation.Type, context, creation.Planned.With([new("status", status(failure))]), Value.Null));
        }
    }

    private ObjectValue Store(Creation creation)
    {
        var computed = creation
            .Type.Computed(creation)
            .Aggregate((Value)creation.Planned, (value, attribute) => ComputeUnknown(value, attribute.Key, attribute.Value));
        var block = standIn.Schema.ResourceSchemas.TryGetValue(creation.Type.Name, out var schema) ? schema.Block : new Block();
        var stored = SchemaValues.WithoutUnknowns(block, (ObjectValue)computed);
        _account.Put(new RemoteObject(creation.Type.Name, context.ScopeOf(creation.Type.Name), stored));
        return stored;
    }

    /// <summary>Known values stay: a computed attribute that the configuration sets, and all of them in an update.</summary>
    private static Value ComputeUnknown(Value value, string path, Value computed) =>
        ValuePath.Replace(value, path, found => found.IsUnknown ? computed : found);

    private void RequireNeeds(Creation creation)
    {
        foreach (var need in creation.Type.Needs.Where(need => need.Missing is not null))
        {
            var candidates = context
                .Of(need.Type)
                .Where(each => need.Within is null || each[need.Within] == creation[need.Within])
                .Select(each => each[need.Attribute]);
            var missing = ValuePath.All(creation.Planned, need.From).Except(candidates).FirstOrDefault();
            if (missing is not null)
            {
                throw new RemoteException(Format(need.Missing!, missing));
            }
        }
    }

    private void RequireUnique(Creation creation)
    {
        var paths = creation.Type.Unique;
        bool IsSame(ObjectValue other) =>
            (creation.Prior.IsNull || RemoteObject.IdOf(other) != RemoteObject.IdOf(creation.Prior))
            && paths.All(path => ValuePath.All(other, path).SequenceEqual(ValuePath.All(creation.Planned, path)));
        if (
            paths.Any(path => ValuePath.All(creation.Planned, path).Any())
            && context.Of(creation.Type.Name).FirstOrDefault(IsSame) is { } existing
            && (creation.Type.Takeover is { } takeover ? takeover(creation.Planned, existing) : creation.Type.Duplicate) is { } error
        )
        {
            throw new RemoteException(Format(error, ValuePath.All(creation.Planned, paths[^1]).FirstOrDefault(Value.Null)));
        }
    }

    private static void RequireAccepted(Creation creation)
    {
        if (creation.Type.Apply(creation) is { } reason)
        {
            throw new RemoteException(reason);
        }
    }

    private void RequireDeletable(string type, ObjectValue prior)
    {
        if (standIn.Resource(type).RefusesDeletion(Current(type, prior) ?? prior) is { } reason)
        {
            throw new RemoteException(reason);
        }

        foreach (
            var (referring, need) in standIn
                .Resources.SelectMany(each => each.Needs.Select(need => (each.Name, need)))
                .Where(each => each.need.Type == type && each.need.InUse is not null)
        )
        {
            if (context.Of(referring).Any(each => ValuePath.All(each, need.From).Contains(prior[need.Attribute])))
            {
                throw new RemoteException(Format(need.InUse!, prior[need.Attribute]));
            }
        }
    }

    /// <summary>An object as it is now, which may differ from what Terraform last read.</summary>
    private ObjectValue? Current(string type, ObjectValue known) =>
        context.Of(type).FirstOrDefault(each => RemoteObject.IdOf(each) == RemoteObject.IdOf(known));

    private static string Format(string message, Value value) =>
        message.Replace(
            "{0}",
            (value as StringValue)?.Value ?? (value as NumberValue)?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
            StringComparison.Ordinal
        );

    private static string? NameOf(ObjectValue value) => value["name"].Text ?? value.At("metadata", "name").Text ?? value["id"].Text;
}
